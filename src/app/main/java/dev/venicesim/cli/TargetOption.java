package dev.venicesim.cli;

import dev.venicesim.contract.http.Target;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Option that names the target of a command. */
final class TargetOption {

    @Option(
            names = "--target",
            required = true,
            paramLabel = "URL",
            description = "Base URL as clients take it, such as https://api.venice.ai/api/v1.")
    private String target = "";

    /**
     * @throws IllegalArgumentException if it is no base URL
     */
    Target target(Optional<String> key, Target.Manner manner) {
        return Target.at(withPath(target), key, manner);
    }

    /**
     * A base URL that has a path, as every one of this API has.
     *
     * @throws IllegalArgumentException with the base URL that is probably meant
     */
    static String withPath(String url) {
        var bare = url.replaceFirst("/+$", "");
        if (bare.matches("https?://[^/?#@\\s]+")) {
            throw new IllegalArgumentException(
                    "target cannot be \"" + url + "\": the API is under /api/v1; did you mean " + bare + "/api/v1?");
        }
        return url;
    }
}
