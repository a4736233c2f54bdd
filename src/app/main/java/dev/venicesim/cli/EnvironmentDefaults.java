package dev.venicesim.cli;

import dev.venicesim.error.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Defaults of the options of {@code serve} from the environment: {@code --job-time} as {@code VENICE_SIM_JOB_TIME}. */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private static final String PREFIX = "VENICE_SIM_";

    /** What is not serve's: those of the kit and of the helpers for tests, and those of the image and its scripts. */
    private static final Set<String> OTHERS = Set.of(
            "VENICE_SIM_URL",
            "VENICE_SIM_JAR",
            "VENICE_SIM_IMAGE",
            "VENICE_SIM_INSTALLED",
            "VENICE_SIM_PUBLISH",
            "VENICE_SIM_VERSION",
            "VENICE_SIM_TEST_IMAGE");

    /** What Kubernetes puts there for a service called venice-sim. */
    private static final Pattern KUBERNETES =
            Pattern.compile("VENICE_SIM_(?:SERVICE_HOST|SERVICE_PORT(?:_.*)?|PORT_\\d+_.*)");

    /** How a complaint begins. */
    private static final Pattern SETTING = Pattern.compile("([a-z-]+) cannot be \"([^\"]*)\"");

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

    /** A line for each variable that looks like a setting and is none, since a misspelt one would pass unseen. */
    List<String> unknown(Collection<String> options) {
        var known = new TreeSet<>(OTHERS);
        options.stream()
                .filter(option -> option.startsWith("--"))
                .map(EnvironmentDefaults::variable)
                .forEach(known::add);
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .filter(name -> !KUBERNETES.matcher(name).matches())
                .sorted()
                .map(name -> name + " is no setting and has no effect; "
                        + NearestName.to(name, known)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("venice-sim serve --help lists the settings"))
                .toList();
    }

    /** A complaint about a setting's value, which names the variable if it is one that has it. */
    String blamed(String complaint) {
        var setting = SETTING.matcher(complaint);
        return setting.lookingAt() && setting.group(2).equals(value("--" + setting.group(1)))
                ? setting.group() + ", as " + variable("--" + setting.group(1)) + " has it"
                        + complaint.substring(setting.end())
                : complaint;
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
