package dev.venicesim.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option of {@code serve} can stand in the environment: {@code --job-time} as {@code VENICE_SIM_JOB_TIME}. */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private static final String PREFIX = "VENICE_SIM_";

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        if (!(arg instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        return option.command().userObject() instanceof ServeCommand ? value(option.longestName()) : null;
    }

    static String variable(String option) {
        return PREFIX + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The setting of an option; none if it is absent or was put there by Kubernetes, which names services so. */
    @Nullable
    String value(String option) {
        var value = environment.get(variable(option));
        return value == null || value.isEmpty() || value.startsWith("tcp://") ? null : value;
    }
}
