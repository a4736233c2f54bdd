package dev.venicesim.tap;

import dev.venicesim.api.Operation;
import dev.venicesim.contract.http.ServerTrust;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/**
 * Target of a tap: the one origin to which anything is sent.
 *
 * @param baseUrl as clients take it, without a slash at its end
 * @param trust what it is trusted with
 */
public record TapTarget(String baseUrl, ServerTrust trust) {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** What sends to it, and follows no redirect, so that a key goes nowhere else. */
    HttpClient client() {
        return trust.client()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    String origin() {
        return baseUrl.replaceFirst("^(https?://[^/]+).*", "$1");
    }

    /** The path of its base URL, which is that of the tap's too. */
    public String path() {
        return baseUrl.substring(origin().length());
    }

    /** Where a request goes; nothing, if what the client asked for is no path, or no address comes of it. */
    Optional<URI> address(String asked) {
        if (!asked.startsWith("/")) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(origin() + asked));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A path as the API itself has it, whatever stands before it at this target. */
    String apiPath(String path) {
        return path.startsWith(path() + "/") ? Operation.ROOT + path.substring(path().length()) : path;
    }
}
