package dev.venicesim.cli;

import picocli.CommandLine.Option;

/** The option {@code --log-format}. */
final class LogFormat {

    /** How a line of the log looks. */
    enum Name {
        TEXT,
        JSON
    }

    @Option(
            names = "--log-format",
            defaultValue = "text",
            paramLabel = "text|json",
            description = "How the log on standard error looks: text, or a JSON object a line (default:"
                    + " ${DEFAULT-VALUE}).")
    private Name format = Name.TEXT;

    /** Writes the log in the form that was asked for from now on. */
    void apply() {
        if (format == Name.JSON) {
            LogSetup.writeJson();
        }
    }
}
