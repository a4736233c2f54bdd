package dev.venicesim.endpoint;

import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.error.Verdict;
import dev.venicesim.validation.Validator;
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
        return answer(call, ModelsReply::models, Validator::modelsType);
    }

    Reply traits(Call call) {
        return answer(call, ModelsReply::traits, Validator::mapsType);
    }

    Reply compatibilityMapping(Call call) {
        return answer(call, ModelsReply::compatibilityMapping, Validator::mapsType);
    }

    private Reply answer(
            Call call,
            BiFunction<ModelsReply, String, Optional<byte[]>> read,
            BiFunction<Validator, String, Verdict<String>> judge) {
        var edition = desk.editions().of(call.edition());
        var type = call.request().parameter("type").orElse(ModelsReply.DEFAULT_TYPE);
        return judge.apply(edition.validator(), type)
                .fold(
                        known -> Reply.bytes(
                                200,
                                Reply.JSON,
                                read.apply(edition.models(), known).orElseThrow()),
                        call::refuse);
    }
}
