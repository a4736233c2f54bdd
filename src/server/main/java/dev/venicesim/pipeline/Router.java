package dev.venicesim.pipeline;

import dev.venicesim.api.Operation;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RouteTable;
import dev.venicesim.wire.RouteTable.Match;
import java.util.Map;

/** Router of requests to operations, by method and path. */
final class Router implements Filter {

    private final RouteTable<Operation> routes = new RouteTable<>();

    Router() {
        for (var operation : Operation.values()) {
            if (!operation.isOfLinks()) {
                routes.add(operation.method(), operation.path(), operation);
            }
        }
    }

    @Override
    public Exchange pass(Exchange exchange) {
        var request = exchange.request();
        if (request.path().startsWith(Operation.LINKS)) {
            return exchange.with(link(exchange.incoming()));
        }
        return find(request) instanceof Match.Found<Operation> found
                ? exchange.with(exchange.incoming().to(found.route(), found.variables()))
                : exchange;
    }

    Match<Operation> find(Request request) {
        return routes.find(request.method(), request.path());
    }

    /** A token is taken as it was sent. Who has none that is good learns nothing, not even which methods there are. */
    private static IncomingRequest link(IncomingRequest incoming) {
        var request = incoming.request();
        var operation = request.method().equals("DELETE") ? Operation.REVOKE_LINK : Operation.FETCH_VIDEO;
        return incoming.to(operation, Map.of("token", request.path().substring(Operation.LINKS.length())));
    }
}
