package dev.venicesim.cli;

import dev.venicesim.error.NearestName;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Error text about an option that cannot be read: setting, value and fix, and the variable that set it. */
final class OptionError {

    private OptionError() {}

    static String of(ParameterException failure) {
        var line = failure.getCommandLine();
        var help = " (" + line.getCommandSpec().qualifiedName() + " --help)";
        if (!(failure.getArgSpec() instanceof OptionSpec option) || failure.getValue() == null) {
            return failure.getMessage() + meant(failure) + help;
        }
        var value = failure.getValue();
        var fromEnvironment = line.getDefaultValueProvider() instanceof EnvironmentDefaults environment
                && value.equals(environment.defaultValue(option));
        var name = option.longestName();
        return name.substring(2) + " cannot be \"" + value + "\""
                + (fromEnvironment ? ", as " + EnvironmentDefaults.variable(name) + " has it" : "")
                + ": give " + wanted(option) + help;
    }

    /** The option or command that is probably meant by one that there is not. */
    private static String meant(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        var spec = failure.getCommandLine().getCommandSpec();
        var known = new TreeSet<>(spec.optionsMap().keySet());
        known.addAll(spec.subcommands().keySet());
        return unmatched.getUnmatched().stream()
                .findFirst()
                .flatMap(written -> NearestName.to(written.replaceFirst("=.*", ""), known))
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    private static String wanted(OptionSpec option) {
        var type = option.type();
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
        }
        if (type == int.class) {
            return "a whole number";
        }
        return type == boolean.class ? "true or false" : option.paramLabel();
    }
}
