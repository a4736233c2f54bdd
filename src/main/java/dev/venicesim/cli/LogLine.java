package dev.venicesim.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.util.CachingDateFormatter;
import java.time.ZoneId;
import java.util.Locale;

/** A log event as a line: local time, level, message, and the whole exception below it if there is one. */
final class LogLine extends LayoutBase<ILoggingEvent> {

    private static final int LEVEL_WIDTH = 5;

    private final CachingDateFormatter time =
            new CachingDateFormatter("HH:mm:ss.SSS", ZoneId.systemDefault(), Locale.ROOT);

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new StringBuilder();
        line.append(time.format(event.getTimeStamp()));
        var level = event.getLevel().toString();
        line.append(' ').append(level).append(" ".repeat(LEVEL_WIDTH - level.length() + 1));
        line.append(event.getFormattedMessage()).append('\n');
        if (event.getThrowableProxy() != null) {
            line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return line.toString();
    }
}
