package dev.venicesim.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The option {@code --log-level}. */
final class LogLevel {

    /** Where Undertow tells of bytes that are no HTTP, with a stack trace for each frame that somebody mangled. */
    private static final String WIRE = "io.undertow.request.io";

    /** How much is logged. */
    enum Name {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE,
        OFF
    }

    @Option(
            names = "--log-level",
            defaultValue = "info",
            paramLabel = "LEVEL",
            description = "error, warn, info (a line a request), debug, trace or off (default: ${DEFAULT-VALUE}).")
    private Name level = Name.INFO;

    /** Sets the level that was asked for. */
    void apply() {
        set(level);
    }

    /** Leaves only what goes wrong, for commands whose output is for people. */
    static void quiet() {
        set(Name.WARN);
    }

    private static void set(Name level) {
        if (LoggerFactory.getLogger("dev.venicesim") instanceof Logger logger) {
            logger.setLevel(Level.toLevel(level.name()));
        }
        if (LoggerFactory.getLogger(WIRE) instanceof Logger wire) {
            wire.setLevel(level == Name.DEBUG || level == Name.TRACE ? Level.DEBUG : Level.OFF);
        }
    }
}
