package dev.venicesim.endpoint;

import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code GET /models} and its two companions. */
final class ModelReads {

    private final Desk desk;

    ModelReads(Desk desk) {
        this.desk = desk;
    }

    Reply models(Call call) {
        return answer(call, ModelsReply.LIST_TYPES, ModelsReply::models);
    }

    Reply traits(Call call) {
        return answer(call, ModelsReply.MAP_TYPES, ModelsReply::traits);
    }

    Reply compatibilityMapping(Call call) {
        return answer(call, ModelsReply.MAP_TYPES, ModelsReply::compatibilityMapping);
    }

    private Reply answer(Call call, List<String> types, BiFunction<ModelsReply, String, Optional<byte[]>> read) {
        var type = call.request().parameter("type").orElse(ModelsReply.DEFAULT_TYPE);
        return read.apply(desk.editions().of(call.edition()).models(), type)
                .<Reply>map(body -> Reply.bytes(200, Reply.JSON, body))
                .orElseGet(() -> call.refuse(RequestErrors.invalidModelType(type, types)));
    }
}
