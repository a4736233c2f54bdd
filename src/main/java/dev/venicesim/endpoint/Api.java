package dev.venicesim.endpoint;

import dev.venicesim.auth.Accepts;
import dev.venicesim.limits.LimitedCall;
import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RouteTable;
import dev.venicesim.wire.RouteTable.Match;
import java.util.Optional;

/** The simulated API: which operation answers which method and path. */
public final class Api implements Handler {

    /** The root of the API, as in production. */
    public static final String ROOT = "/api/v1";

    private final RouteTable<Route> routes = new RouteTable<>();
    private final Gate gate;
    private final LinkGate links;
    private final Offload offload;
    private final Strays strays;

    public Api(Desk desk, Strays strays, Clips clips, LinkDesk linkDesk, Faults faults) {
        var playbooks = new Playbooks();
        this.strays = strays;
        this.offload = new Offload(faults.workers());
        this.gate = new Gate(desk, new Reception(desk), playbooks, faults);
        this.links = new LinkGate(desk, linkDesk, new Download(clips), playbooks, faults);
        var models = new ModelReads(desk);
        post(
                "/video/quote",
                new Route("quote", Accepts.OPTIONAL_KEY, LimitedCall.QUOTE, Route.Trait.READS, new QuoteVideo(desk)));
        post("/video/queue", video("queue", LimitedCall.QUEUE, Route.Trait.COSTS, new QueueVideo(desk, linkDesk)));
        post(
                "/video/retrieve",
                video("retrieve", LimitedCall.RETRIEVE, Route.Trait.READS, new RetrieveVideo(desk, clips)));
        post("/video/complete", video("complete", LimitedCall.COMPLETE, Route.Trait.READS, new CompleteVideo(desk)));
        MoneyRoutes.addTo(routes, desk);
        get("/models", Accepts.OPTIONAL_KEY, models::models);
        get("/models/traits", Accepts.KEY_IF_SENT, models::traits);
        get("/models/compatibility_mapping", Accepts.KEY_IF_SENT, models::compatibilityMapping);
    }

    private static Route video(String name, LimitedCall limited, Route.Trait trait, Endpoint endpoint) {
        return new Route(name, Accepts.KEY_OR_WALLET, limited, trait, endpoint);
    }

    private void post(String path, Route route) {
        routes.add("POST", ROOT + path, route);
    }

    private void get(String path, Accepts accepts, Endpoint models) {
        routes.add("GET", ROOT + path, new Route("models", accepts, LimitedCall.MODELS, Route.Trait.READS, models));
    }

    @Override
    public Reply handle(Request request) {
        if (Cors.isPreflight(request)) {
            return Cors.preflight(request);
        }
        if (request.path().startsWith(LinkDesk.PATH)) {
            return links.pass(request, request.path().substring(LinkDesk.PATH.length()));
        }
        var match = routes.find(request.method(), request.path());
        if (match instanceof Match.Found<Route> found) {
            return offload.answer(found.route(), request, () -> gate.pass(found.route(), request, found.variables()));
        }
        return strays.unrouted(request, match);
    }

    /** The name of the operation a request would reach. */
    Optional<String> nameOf(Request request) {
        return routes.find(request.method(), request.path()) instanceof Match.Found<Route> found
                ? Optional.of(found.route().name())
                : Optional.empty();
    }
}
