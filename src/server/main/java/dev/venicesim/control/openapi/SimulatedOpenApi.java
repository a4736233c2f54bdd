package dev.venicesim.control.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Operation;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.json.Json;
import java.util.Arrays;
import java.util.Locale;

/**
 * OpenAPI 3.1 document of the API as it is simulated in an edition and quirks: the operations of {@code schemas/}, what
 * the simulator answers besides, and download links.
 */
public final class SimulatedOpenApi {

    private static final String LINK = Operation.LINKS + "{token}";

    private final Catalog catalog;
    private final SimulatedAdditions additions;
    private final DocumentSchemas schemas;

    private SimulatedOpenApi(Catalog catalog, QuirkSettings quirks) {
        this.catalog = catalog;
        this.additions = SimulatedAdditions.under(quirks);
        this.schemas = new DocumentSchemas(catalog.edition());
    }

    /**
     * The document.
     *
     * @param origin scheme and authority by which the simulator is reached
     */
    public static ObjectNode of(Catalog catalog, QuirkSettings quirks, String origin) {
        return new SimulatedOpenApi(catalog, quirks).document(quirks, origin);
    }

    private ObjectNode document(QuirkSettings quirks, String origin) {
        var document = Json.object().put("openapi", "3.1.0");
        var older = catalog.edition().derivedFrom();
        document.putObject("info")
                .put("title", "Venice.ai video API, as simulated")
                .put("version", catalog.edition().apiVersion())
                .put(
                        "description",
                        "The API as it stood on " + catalog.edition().id()
                                + ", as the simulator answers it. A scenario's faults and stubs may answer otherwise."
                                + older.map(date -> " Derived from the API of " + date + ": no OpenAPI file of "
                                                + catalog.edition().id() + " is public.")
                                        .orElse(""));
        document.putArray("servers").addObject().put("url", origin + Operation.ROOT);
        var paths = document.putObject("paths");
        EditionFiles.operations(catalog.edition()).properties().stream()
                .filter(entry -> entry.getValue().isObject())
                .forEach(entry -> add(paths, entry.getKey(), entry.getValue()));
        links(paths, origin);
        var components = document.putObject("components");
        var known = schemas.components();
        additions
                .schemas()
                .forEach(patch -> MergePatch.apply(known.withObjectProperty(patch.getKey()), patch.getValue()));
        names(known);
        components.set("schemas", known);
        components.set("securitySchemes", additions.part("securitySchemes"));
        var made = document.putObject("x-venice-sim")
                .put("edition", catalog.edition().id());
        older.ifPresent(date -> made.put("derivedFrom", date));
        var values = made.putObject("quirks");
        quirks.asMap().forEach(values::put);
        return document;
    }

    /** Whoever makes requests by the document knows what models there are. */
    private void names(ObjectNode known) {
        known.properties().stream()
                .filter(schema -> schema.getKey().endsWith("-request"))
                .map(schema -> schema.getValue().at("/properties/model"))
                .filter(ObjectNode.class::isInstance)
                .forEach(model -> {
                    var examples = ((ObjectNode) model).putArray("examples");
                    catalog.listed().forEach(listed -> examples.add(listed.id()));
                });
    }

    private void add(ObjectNode paths, String place, JsonNode spec) {
        var space = place.indexOf(' ');
        var path = place.substring(space + 1);
        var method = place.substring(0, space);
        var operation = paths.withObjectProperty(path).putObject(method);
        operation.put("operationId", name(method, Operation.ROOT + path));
        if (spec.path("deprecated").asBoolean()) {
            operation.put("deprecated", true);
        }
        security(operation, spec.path("auth"));
        parameters(operation, spec.path("parameters"));
        var takesBody = spec.has("request") && !additions.isBodyOptional(place);
        if (spec.has("request")) {
            var body = operation.putObject("requestBody").put("required", takesBody);
            body.set("content", schemas.content(spec.path("request")));
        }
        var replies = new DocumentReplies(schemas, additions.headers());
        spec.path("replies").properties().forEach(reply -> replies.add(reply.getKey(), reply.getValue()));
        additions.of(place, takesBody).forEach(reply -> replies.add(reply.getKey(), reply.getValue()));
        operation.set("responses", replies.json(additions.linksOf(place)));
    }

    private static String name(String method, String wholePath) {
        return Arrays.stream(Operation.values())
                .filter(operation ->
                        bare(operation.method() + " " + operation.path()).equals(bare(method + " " + wholePath)))
                .map(SimulatedOpenApi::camel)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no operation is " + method + " " + wholePath));
    }

    /** Variables may have other names here than there. */
    private static String bare(String place) {
        return place.toLowerCase(Locale.ROOT).replaceAll("\\{\\w+}", "{}");
    }

    private static String camel(Operation operation) {
        var words = operation.name().toLowerCase(Locale.ROOT).split("_", -1);
        var name = new StringBuilder(words[0]);
        for (var word : Arrays.asList(words).subList(1, words.length)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }

    private void security(ObjectNode operation, JsonNode auth) {
        var security = operation.putArray("security");
        for (var way : auth) {
            additions
                    .securityOf(way.asText())
                    .ifPresentOrElse(scheme -> security.addObject().putArray(scheme), security::addObject);
        }
    }

    private void parameters(ObjectNode operation, JsonNode parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        var list = operation.putArray("parameters");
        parameters.properties().stream()
                .filter(entry -> additions.securityOf(entry.getKey()).isEmpty())
                .forEach(entry -> {
                    var place = entry.getKey().split(" ", 2);
                    var parameter = list.addObject()
                            .put("name", place[1])
                            .put("in", place[0])
                            .put("required", entry.getValue().path("required").asBoolean());
                    parameter.set("schema", schemas.schema(entry.getValue().path("schema")));
                });
    }

    /** The signed links that queue hands out, which have a root of their own. */
    private void links(ObjectNode paths, String origin) {
        var item = paths.putObject(LINK);
        item.putArray("servers").addObject().put("url", origin);
        var token = item.putArray("parameters").addObject();
        token.put("name", "token").put("in", "path").put("required", true);
        token.putObject("schema").put("type", "string");
        for (var method : new String[] {"get", "delete"}) {
            var operation = item.putObject(method).put("operationId", name(method, LINK));
            operation.putArray("security");
            var replies = new DocumentReplies(schemas, Json.object());
            additions.of(method + " " + LINK, false).forEach(reply -> replies.add(reply.getKey(), reply.getValue()));
            operation.set("responses", replies.json(Json.object()));
        }
    }
}
