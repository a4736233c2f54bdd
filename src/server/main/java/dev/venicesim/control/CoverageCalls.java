package dev.venicesim.control;

import dev.venicesim.control.openapi.SimulatedOpenApi;
import dev.venicesim.coverage.ContractCoverage;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;

/** Call that tells what of an edition's contract clients have met since the process began. */
final class CoverageCalls {

    private final ControlContext context;

    CoverageCalls(ControlContext context) {
        this.context = context;
    }

    Reply show(Request request) {
        var edition = context.edition(request);
        var catalog = context.services().editions().of(edition).catalog();
        var document = SimulatedOpenApi.of(
                catalog, context.defaults().behaviour().quirks().in(edition), request.origin());
        var journals = context.services().journals();
        return Reply.json(200, ContractCoverage.of(document, catalog, journals.meter(), journals.calls()));
    }
}
