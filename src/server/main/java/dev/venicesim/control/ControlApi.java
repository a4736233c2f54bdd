package dev.venicesim.control;

import dev.venicesim.control.pact.PactStates;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.stub.Stubs;
import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RouteTable;
import dev.venicesim.wire.RouteTable.Match;
import dev.venicesim.world.WorldGoneException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The simulator's own API under {@code /__sim}: each request passes the access filter, and then its route answers. */
public final class ControlApi implements Handler {

    /** The root of the control API. */
    public static final String ROOT = "/__sim";

    private static final Pattern WORLD = Pattern.compile("^(" + ROOT + "/worlds/)[^/]+");

    private final AccessFilter access;
    private final Supplier<RouteTable<ControlRoute>> made;
    private volatile Optional<RouteTable<ControlRoute>> routes = Optional.empty();

    public ControlApi(AccessFilter access, ControlContext context, Stubs stubs, PactStates states) {
        this.access = access;
        this.made = () -> ControlRoutes.of(access, context, stubs, states);
    }

    /** Made with the first call: a hundred classes that no start has to wait for. */
    private RouteTable<ControlRoute> routes() {
        var known = routes;
        return known.isPresent() ? known.get() : makeRoutes();
    }

    private synchronized RouteTable<ControlRoute> makeRoutes() {
        if (routes.isEmpty()) {
            routes = Optional.of(made.get());
        }
        return routes.orElseThrow();
    }

    /** Whether a call asks after the server alone, and is answered whatever the store does. */
    public static boolean isOfProcess(Request request) {
        var path = request.path();
        return path.equals(ROOT + "/health") || path.equals(ROOT + "/ready");
    }

    /** What a call is told while the store cannot keep what it changed. */
    public static Reply.Now storeAway() {
        return ProblemException.unavailable().reply();
    }

    /** What a call is told whose body is too large to be kept. */
    @Override
    public Reply.Now tooLarge(Request request) {
        return bodyTooLarge();
    }

    /** The same, whatever the call. */
    public static Reply.Now bodyTooLarge() {
        return ProblemException.tooLarge().reply();
    }

    @Override
    public Reply handle(Request request) {
        return AccessFilter.secured(answer(request));
    }

    private Reply answer(Request request) {
        try {
            var reply = admitted(request);
            return reply instanceof Reply.Later later
                    ? new Reply.Later(later.stage().exceptionally(ControlApi::refused))
                    : reply;
        } catch (ProblemException | WorldGoneException e) {
            return refused(e);
        }
    }

    private static Reply.Now refused(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof ProblemException problem) {
            return problem.reply();
        }
        if (cause instanceof WorldGoneException gone) {
            return ProblemException.notFound(String.valueOf(gone.getMessage())).reply();
        }
        throw new CompletionException(cause);
    }

    private Reply admitted(Request request) {
        access.checkHost(request);
        var match = routes().find(request.method(), request.path());
        if (match instanceof Match.Found<ControlRoute> found) {
            access.checkCaller(request, found.route());
            return found.route().answer(request, found.variables());
        }
        access.checkReader(request);
        if (match instanceof Match.WrongMethod<ControlRoute> wrong) {
            throw ProblemException.methodNotAllowed(shown(request.path()) + " takes "
                    + String.join(", ", wrong.allowed()) + ", not " + request.method());
        }
        throw ProblemException.notFound("the control API has no " + shown(request.path()));
    }

    /** A path as it may be answered and logged: without the API key that names a world in it. */
    public static String shown(String path) {
        return CredentialMask.maskUrl(WORLD.matcher(path).replaceFirst("$1{id}"));
    }
}
