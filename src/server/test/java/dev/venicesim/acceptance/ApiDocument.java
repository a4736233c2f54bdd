package dev.venicesim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The simulated API's own OpenAPI document, to which replies are held with a validator that is not ours. */
public final class ApiDocument {

    private static final String LINK = "/v1/share/read/{token}";

    private final JsonNode document;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> seen = new TreeMap<>();

    public ApiDocument(JsonNode document) {
        this.document = document;
    }

    public JsonNode json() {
        return document;
    }

    /** The statuses that were seen of each operation. */
    public Map<String, Set<String>> seen() {
        return seen;
    }

    /** The statuses that the document has for an operation. */
    public Set<String> statuses(String operation) {
        var words = operation.split(" ", 2);
        var statuses = new TreeSet<String>();
        document.path("paths")
                .path(words[1])
                .path(words[0])
                .path("responses")
                .fieldNames()
                .forEachRemaining(statuses::add);
        return statuses;
    }

    /** Fails unless a reply has a status, a media type and a body that the document has for it. */
    public Http.Answer require(String method, String path, Http.Answer answer) {
        var place = method.toLowerCase(Locale.ROOT) + " " + template(path);
        var status = String.valueOf(answer.status());
        var what = place + " " + answer;
        seen.computeIfAbsent(place, fresh -> new TreeSet<>()).add(status);
        assertThat(statuses(place)).as(what).contains(status);
        var type = answer.header("Content-Type").replaceFirst(";.*", "");
        var words = place.split(" ", 2);
        var response = document.path("paths")
                .path(words[1])
                .path(words[0])
                .path("responses")
                .path(status);
        if (answer.bytes().length == 0) {
            assertThat(response.has("content")).as(what).isFalse();
            return answer;
        }
        var schema = response.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode()).as(what + " " + type).isFalse();
        if (type.equals("application/json")) {
            var complaints = compiled.computeIfAbsent(place + status, key -> compile(schema))
                    .validate(answer.text(), InputFormat.JSON);
            assertThat(complaints).as(what).isEmpty();
        }
        return answer;
    }

    private Schema compile(JsonNode schema) {
        var whole = ((ObjectNode) schema.deepCopy()).put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
    }

    private static String template(String path) {
        var bare = path.replaceFirst("\\?.*", "");
        return bare.startsWith("/v1/share/read/")
                ? LINK
                : bare.replaceFirst("^(/x402/(?:balance|transactions))/.*", "$1/{walletAddress}");
    }
}
