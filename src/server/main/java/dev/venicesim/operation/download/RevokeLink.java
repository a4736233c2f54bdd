package dev.venicesim.operation.download;

import dev.venicesim.download.LinkDecision;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationHandler;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import java.util.Map;

/** Operation {@code DELETE /v1/share/read/<token>}: ends a download link. */
public final class RevokeLink implements OperationHandler {

    @Override
    public OperationResult answer(Exchange exchange) {
        var links = exchange.policies().links();
        var job = exchange.sender().linked().orElseThrow();
        LinkChange.apply(exchange, job, state -> new LinkDecision.Serve(links.revoke(state), ""));
        exchange.why().note("the link is revoked");
        return OperationResult.of(new Reply.Now(204, Map.of(), new Content.None()));
    }
}
