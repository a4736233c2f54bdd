package dev.venicesim.endpoint;

import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code GET /models} and its two companions. */
final class ModelReads {

    private final Desk desk;

    ModelReads(Desk desk) {
        this.desk = desk;
    }

    Reply models(Call call) {
        return answer(call, ModelsReply::models);
    }

    Reply traits(Call call) {
        return answer(call, ModelsReply::traits);
    }

    Reply compatibilityMapping(Call call) {
        return answer(call, ModelsReply::compatibilityMapping);
    }

    private Reply answer(Call call, BiFunction<ModelsReply, String, Optional<byte[]>> read) {
        var edition = desk.editions().of(call.edition());
        var type = call.request().parameter("type").orElse(ModelsReply.DEFAULT_TYPE);
        return read.apply(edition.models(), type)
                .<Reply>map(body -> Reply.bytes(200, Reply.JSON, body))
                .orElseGet(() -> edition.validator().modelsType(type).fold(known -> emptyList(known), call::refuse));
    }

    /** A type that the models list knows and its companions do not. */
    private static Reply.Now emptyList(String type) {
        var body = Json.object();
        body.putObject("data");
        return Reply.json(200, body.put("object", "list").put("type", type));
    }
}
