package dev.venicesim.control;

import dev.venicesim.auth.Caller;
import dev.venicesim.auth.KeyTraits;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RouteTable;
import dev.venicesim.world.Credential;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Table of the control API's routes while it is filled: each kind of route with what it asks of its caller. */
final class ControlRouteTable {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String ROOT = ControlApi.ROOT;
    private static final String SELF = "/self";

    private final RouteTable<ControlRoute> table = new RouteTable<>();
    private final AccessTokens tokens;
    private final WorldRegistry registry;
    private final Function<String, World> named;
    private final Executor workers;
    private final ChangeLog changes;

    /** @param named the world that an id or a credential names */
    ControlRouteTable(AccessTokens tokens, ControlContext context, Function<String, World> named) {
        this.tokens = tokens;
        this.registry = context.services().worlds();
        this.named = named;
        this.workers = context.storage().calls();
        this.changes =
                new ChangeLog(context.services().journals(), context.services().time());
    }

    RouteTable<ControlRoute> filled() {
        return table;
    }

    /** A call about a world: the request, what the braces stand for, and whether the world is the caller's own. */
    record WorldCall(Request request, Map<String, String> variables, boolean own) {
        String variable(String name) {
            return variables.getOrDefault(name, "");
        }
    }

    void open(String method, String path, ControlCall call) {
        addBrief(method, path, Right.OPEN, BodyKind.JSON, QueryCheck.NONE.around(call));
    }

    void route(String method, String path, ControlCall call) {
        route(method, path, QueryCheck.NONE, call);
    }

    void route(String method, String path, QueryCheck query, ControlCall call) {
        add(method, path, right(method), BodyKind.JSON, query.around(call));
    }

    void world(String method, String path, BiFunction<World, WorldCall, Reply> call) {
        world(method, path, BodyKind.JSON, QueryCheck.NONE, call);
    }

    void world(String method, String path, QueryCheck query, BiFunction<World, WorldCall, Reply> call) {
        world(method, path, BodyKind.JSON, query, call);
    }

    void world(String method, String path, BodyKind body, BiFunction<World, WorldCall, Reply> call) {
        world(method, path, body, QueryCheck.NONE, call);
    }

    /** Two routes: by the world's name for who may use the whole server, and by one's own key. */
    void world(String method, String path, BodyKind body, QueryCheck query, BiFunction<World, WorldCall, Reply> call) {
        add(
                method,
                ControlRoutes.WORLD + path,
                right(method),
                body,
                query.around((request, variables) -> answer(
                        named.apply(variables.getOrDefault("id", "")),
                        new WorldCall(request, variables, false),
                        call)));
        add(method, SELF + path, Right.OWN, body, query.around((request, variables) -> {
            var key = ownKey(request);
            var withOwn = new HashMap<>(variables);
            withOwn.put("id", key);
            return answer(ownWorld(key, method), new WorldCall(request, withOwn, true), call);
        }));
    }

    private Reply answer(World world, WorldCall call, BiFunction<World, WorldCall, Reply> by) {
        return changes.noting(world, call.request(), () -> by.apply(world, call));
    }

    /** As a call about a world, but that a key gets no world by it. */
    void trial(String method, String path, BiFunction<World, WorldCall, Reply> call) {
        add(
                method,
                ControlRoutes.WORLD + path,
                right(method),
                BodyKind.JSON,
                QueryCheck.NONE.around((request, variables) -> call.apply(
                        named.apply(variables.getOrDefault("id", "")), new WorldCall(request, variables, false))));
        add(method, SELF + path, Right.OWN, BodyKind.JSON, QueryCheck.NONE.around((request, variables) -> {
            var key = ownKey(request);
            return call.apply(registry.read(Credential.apiKey(key)), new WorldCall(request, variables, true));
        }));
    }

    private String ownKey(Request request) {
        var values = request.headerValues("Authorization");
        var key = values.size() == 1 ? Caller.ApiKey.in(values.get(0)) : Optional.<Caller.ApiKey>empty();
        return key.filter(known -> known.traits().magic() != KeyTraits.Magic.REFUSED)
                .map(Caller.ApiKey::key)
                .filter(known -> !tokens.knows(known))
                .orElseThrow(ProblemException::noKey);
    }

    /** As in the API itself: who only reads gets no world by it. */
    private World ownWorld(String key, String method) {
        var credential = Credential.apiKey(key);
        return READING.contains(method) ? registry.read(credential) : registry.open(credential);
    }

    static Right right(String method) {
        return READING.contains(method) ? Right.READ : Right.CHANGE;
    }

    /**
     * A worker makes the call, because most of them grow with what a world, the server or an edition holds, and a thread
     * that reads requests would hold up everybody else's.
     */
    void add(String method, String path, Right right, BodyKind body, ControlCall call) {
        addBrief(
                method,
                path,
                right,
                body,
                (request, variables) -> new Reply.Later(CompletableFuture.supplyAsync(
                                () -> call.answer(request, variables).stage(request), workers)
                        .thenCompose(Function.identity())));
    }

    /** The thread that reads requests makes the call, so it is one that costs the same however much there is. */
    void addBrief(String method, String path, Right right, BodyKind body, ControlCall call) {
        table.add(method, ROOT + path, new ControlRoute(right, body, call));
    }
}
