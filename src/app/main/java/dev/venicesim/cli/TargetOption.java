package dev.venicesim.cli;

import dev.venicesim.contract.http.ServerTrust;
import dev.venicesim.contract.http.Target;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that name the target of a command, and say what it is trusted with. */
final class TargetOption {

    @Option(
            names = "--target",
            required = true,
            paramLabel = "URL",
            description = "Base URL as clients take it, such as https://api.venice.ai/api/v1.")
    private String target = "";

    @Mixin
    private ServedTls tls = new ServedTls();

    /**
     * @throws IllegalArgumentException if it is no base URL
     */
    Target target(Optional<String> key, Target.Manner manner) {
        return Target.at(withPath(target), key, manner, tls.at(target, System.getenv()));
    }

    /** What it is trusted with. */
    ServerTrust trust() {
        return tls.at(target, System.getenv());
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
