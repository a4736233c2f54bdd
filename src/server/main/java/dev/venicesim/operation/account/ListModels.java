package dev.venicesim.operation.account;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.error.Verdict;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.service.Services;
import dev.venicesim.validation.Validator;
import dev.venicesim.wire.Reply;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads of the list of models: {@code GET /models} and its two companions. */
public final class ListModels {

    private final Services services;

    public ListModels(Services services) {
        this.services = services;
    }

    public OperationResult models(Exchange exchange) {
        var byClock = exchange.quirks().is(ApiQuirk.DEPRECATION, "clock");
        return answer(
                exchange,
                (reply, type) -> byClock ? reply.models(type, exchange.now()) : reply.models(type),
                Validator::modelsType);
    }

    public OperationResult traits(Exchange exchange) {
        return answer(exchange, ModelsReply::traits, Validator::mapsType);
    }

    public OperationResult compatibilityMapping(Exchange exchange) {
        return answer(exchange, ModelsReply::compatibilityMapping, Validator::mapsType);
    }

    private OperationResult answer(
            Exchange exchange,
            BiFunction<ModelsReply, String, Optional<byte[]>> read,
            BiFunction<Validator, String, Verdict<String>> judge) {
        var edition = services.editions().of(exchange.edition());
        var type = exchange.request().parameter("type").orElse(ModelsReply.DEFAULT_TYPE);
        return judge.apply(edition.validator(), type)
                .fold(
                        known -> OperationResult.of(Reply.bytes(
                                200,
                                Reply.JSON,
                                read.apply(edition.models(), known).orElseThrow())),
                        exchange::refuse);
    }
}
