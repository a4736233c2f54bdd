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

    private static final int SECOND = 1000;

    /** Remembers the text of one instant, so it is asked for whole seconds only. */
    private final CachingDateFormatter time =
            new CachingDateFormatter("HH:mm:ss.", ZoneId.systemDefault(), Locale.ROOT);

    @Override
    public String doLayout(ILoggingEvent event) {
        var message = PlainText.of(event.getFormattedMessage());
        var line = new StringBuilder(HEAD + message.length());
        var millis = (int) Math.floorMod(event.getTimeStamp(), (long) SECOND);
        line.append(time.format(event.getTimeStamp() - millis));
        line.append(millis / 100).append(millis / 10 % 10).append(millis % 10);
        var level = event.getLevel().toString();
        line.append(' ').append(level).append(PADDING, level.length(), PADDING.length());
        line.append(message).append('\n');
        if (event.getThrowableProxy() != null) {
            line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return line.toString();
    }
}
