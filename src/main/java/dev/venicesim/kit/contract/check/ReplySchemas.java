package dev.venicesim.kit.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.venicesim.catalog.Edition;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** An edition's schemas of replies, each compiled when first used. */
public final class ReplySchemas {

    private final Edition edition;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ConcurrentHashMap<String, Schema> compiled = new ConcurrentHashMap<>();

    public ReplySchemas(Edition edition) {
        this.edition = edition;
    }

    Edition edition() {
        return edition;
    }

    /** Where a body is not as the schema of that name wants it. */
    List<Difference> problems(String name, JsonNode body) {
        return compiled.computeIfAbsent(name, this::compile).validate(body).stream()
                .map(error -> new Difference(
                        pointer(error.getInstanceLocation()),
                        name + " schema: " + error.getMessage(),
                        Facts.shown(body.at(pointer(error.getInstanceLocation())))))
                .distinct()
                .limit(20)
                .toList();
    }

    private Schema compile(String name) {
        var path = "/dev/venicesim/schemas/" + edition.id() + "/" + name + ".schema.json";
        try (var in = ReplySchemas.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("edition " + edition + " has no schema " + name);
            }
            return registry.getSchema(Json.trusted(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pointer(NodePath path) {
        var pointer = new StringBuilder();
        for (var i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(path.getName(i).replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
