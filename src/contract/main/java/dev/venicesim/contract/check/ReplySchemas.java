package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EditionFiles;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** An edition's schemas of replies, each compiled when first used. */
public final class ReplySchemas {

    private final ApiEdition edition;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ConcurrentHashMap<String, Schema> compiled = new ConcurrentHashMap<>();

    public ReplySchemas(ApiEdition edition) {
        this.edition = edition;
    }

    ApiEdition edition() {
        return edition;
    }

    /** Where a body is not as the schema of that name wants it. */
    List<Difference> problems(String name, JsonNode body) {
        var objections = compiled.computeIfAbsent(name, this::compile).validate(body);
        return ClosestForm.objections(objections).stream()
                .map(error -> SchemaWords.difference(error, pointer(error.getInstanceLocation()), body))
                .distinct()
                .limit(20)
                .toList();
    }

    private Schema compile(String name) {
        return registry.getSchema(EditionFiles.schema(edition, name));
    }

    private static String pointer(NodePath path) {
        var pointer = new StringBuilder();
        for (var i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(path.getName(i).replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
