package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/**
 * Exchange with a target, as the run observed it.
 *
 * @param caller number of who asked, among those whose limits are counted apart
 * @param request what was asked
 * @param reply what came
 * @param at when it came, on the clock that paces the run
 * @param due what the caller owes for it
 */
public record ObservedExchange(int caller, TargetRequest request, TargetReply reply, Instant at, Usd due) {

    /** Whether it went to a download link, which may lie on another host. */
    boolean isLink() {
        return request.path().startsWith("http");
    }

    /** Whether the target knew the caller by its key; a body may be found too large before anyone looks at the key. */
    boolean isKeyed() {
        return request.auth() == TargetRequest.Auth.KEY
                && !request.isSigned()
                && reply.status() != 401
                && reply.status() != 413;
    }

    /** Whether it named no credential of any kind. */
    boolean isNobodys() {
        return request.auth() == TargetRequest.Auth.NONE
                && request.headers().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .noneMatch(name ->
                                name.contains("sign-in") || name.contains("payment") || name.equals("authorization"));
    }

    /** The path alone. */
    String path() {
        return request.path().replaceFirst("\\?.*", "");
    }

    boolean asks(String path) {
        return path().equals(path);
    }

    /** As the OpenAPI file names it, such as {@code post /video/queue}. */
    String operation() {
        var path = path().replaceFirst("^(/x402/(balance|transactions))/.*", "$1/{walletAddress}");
        return request.method().toLowerCase(Locale.ROOT) + " " + path;
    }

    /** The member of the request's body, empty if it has none of that name. */
    String asked(String member) {
        return requestBody().path(member).asText();
    }

    JsonNode requestBody() {
        try {
            return request.body().isEmpty()
                    ? MissingNode.getInstance()
                    : Json.read(request.body().get().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    Deviation header(String name, String expected) {
        return new Deviation(
                this, "header " + name, expected, reply.header(name).orElse("absent"));
    }

    Deviation at(String pointer, String expected, String found) {
        return new Deviation(this, pointer, expected, found);
    }
}
