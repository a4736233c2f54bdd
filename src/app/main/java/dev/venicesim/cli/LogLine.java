package dev.venicesim.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.util.CachingDateFormatter;
import java.time.ZoneId;
import java.util.Locale;

/** A log event as a line: local time, level, message, and the whole exception below it if there is one. */
final class LogLine extends LayoutBase<ILoggingEvent> {

    private static final String PADDING = "      ";
    private static final int HEAD = 24;

    private final CachingDateFormatter time =
            new CachingDateFormatter("HH:mm:ss.SSS", ZoneId.systemDefault(), Locale.ROOT);

    @Override
    public String doLayout(ILoggingEvent event) {
        var message = PlainText.of(event.getFormattedMessage());
        var line = new StringBuilder(HEAD + message.length());
        line.append(time.format(event.getTimeStamp()));
        var level = event.getLevel().toString();
        line.append(' ').append(level).append(PADDING, level.length(), PADDING.length());
        line.append(message).append('\n');
        if (event.getThrowableProxy() != null) {
            line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return line.toString();
    }
}
