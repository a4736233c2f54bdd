package dev.venicesim.pipeline;

import dev.venicesim.api.Operation;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.error.PathErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.journal.MediaText;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.RouteTable.Match;
import java.util.Map;

/**
 * Answers to requests that reach no operation: an unknown path, a wrong method, a body past the limit. They too stand
 * in their sender's journal.
 */
final class UnroutedRequests implements Filter {

    private final Services services;
    private final WorldReader reader;
    private final Router router;

    UnroutedRequests(Services services, WorldReader reader, Router router) {
        this.services = services;
        this.reader = reader;
        this.router = router;
    }

    @Override
    public Exchange pass(Exchange exchange) {
        if (exchange.incoming().operation().isPresent()) {
            return exchange;
        }
        var request = exchange.request();
        if (router.find(request) instanceof Match.WrongMethod<Operation> wrong) {
            var error = PathErrors.methodNotAllowed(request.method(), wrong.allowed());
            return answer(exchange, new Refusal(error, "the path is known, the method is not"));
        }
        var error = PathErrors.notSimulated(request.method(), MediaText.maskedPath(request.path()));
        var why = PathErrors.meant(request.path())
                .or(() -> PathErrors.misspelt(request.path()))
                .map(path -> "no operation has this path; did you mean " + path + "?")
                .orElse("no operation has this path");
        return answer(exchange, new Refusal(error, why));
    }

    /** A request whose body is larger than the API takes, and so was not kept. */
    Exchange tooLarge(Exchange exchange) {
        var sent = exchange.incoming();
        var named = Operation.withBodyAt(sent.request().path())
                .map(operation -> exchange.with(sent.to(operation, Map.of())))
                .orElse(exchange);
        var known = inItsWorld(named);
        var asTable = known.quirks().is(ApiQuirk.PAYLOAD_TOO_LARGE, "table");
        var error = asTable ? RequestErrors.payloadTooLargeTableText() : RequestErrors.payloadTooLarge();
        return refuse(known, new Refusal(error, "the body is larger than 35 MiB; nothing else was looked at"));
    }

    private Exchange answer(Exchange exchange, Refusal refusal) {
        return refuse(inItsWorld(exchange), refusal);
    }

    private Exchange inItsWorld(Exchange exchange) {
        var request = exchange.request();
        var world = OptionalKeyReader.request(services, request)
                .map(services.worlds()::read)
                .orElseGet(services.worlds()::anonymous);
        return exchange.sentBy(RequestSender.unknown(world, request.remoteAddress()), reader.read(world));
    }

    /** In its own words whatever the quirks say of codes: these texts are in no table. */
    private static Exchange refuse(Exchange exchange, Refusal refusal) {
        exchange.why().note(refusal.why());
        return exchange.answered(
                new Answered(Answered.By.SIMULATOR, new Effect.NotReached(), Reply.error(refusal.error())));
    }
}
