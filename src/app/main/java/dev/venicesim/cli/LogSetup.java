package dev.venicesim.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.OutputStream;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Log configuration of the runnable jar: everything goes to standard error, which leaves standard output to the ready
 * line and to what a command prints. Code rather than a file: reading logback's XML takes longer than starting the
 * server.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {

    /** Libraries whose news are nobody's concern. */
    private static final List<String> QUIET = List.of("org.xnio", "io.undertow", "org.jboss");

    private static final String APPENDER = "stderr";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var line = new LogLine();
        line.setContext(context);
        line.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setLayout(line);
        encoder.start();
        var errors = new OutputStreamAppender<ILoggingEvent>();
        errors.setContext(context);
        errors.setName(APPENDER);
        errors.setEncoder(encoder);
        errors.setImmediateFlush(false);
        errors.setOutputStream(lines());
        errors.start();

        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(errors);
        QUIET.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Writes lines as JSON from now on. */
    static void writeJson() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root
                && root.getAppender(APPENDER) instanceof OutputStreamAppender<ILoggingEvent> appender
                && appender.getEncoder() instanceof LayoutWrappingEncoder<ILoggingEvent> encoder) {
            var line = new JsonLogLine();
            line.setContext(root.getLoggerContext());
            line.start();
            encoder.setLayout(line);
        }
    }

    /** All of it is written before the process ends. */
    private static OutputStream lines() {
        var lines = new LogStream(System.err);
        Runtime.getRuntime().addShutdownHook(new Thread(lines::close, "venice-sim log-end"));
        return lines;
    }
}
