package dev.venicesim.control;

import dev.venicesim.auth.Caller;
import dev.venicesim.auth.KeyTraits;
import dev.venicesim.control.pact.PactStates;
import dev.venicesim.stub.Stubs;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RouteTable;
import dev.venicesim.world.ConsentService;
import dev.venicesim.world.Credential;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/** Routes of the control API: which call answers which method and path, and what each asks of its caller. */
final class ControlRoutes {

    private static final Set<String> ANY = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String ROOT = ControlApi.ROOT;
    private static final String WORLD = "/worlds/{id}";
    private static final String SELF = "/self";

    private final RouteTable<ControlRoute> table = new RouteTable<>();
    private final AccessFilter access;
    private final WorldRegistry registry;
    private final WorldCalls worlds;
    private final ChangeLog changes;
    private final Executor workers;

    private ControlRoutes(AccessFilter access, ControlContext context) {
        this.access = access;
        this.registry = context.services().worlds();
        this.worlds = new WorldCalls(context);
        this.workers = context.storage().readers();
        this.changes =
                new ChangeLog(context.services().journals(), context.services().time());
    }

    static RouteTable<ControlRoute> of(AccessFilter access, ControlContext context, Stubs stubs, PactStates states) {
        var routes = new ControlRoutes(access, context);
        routes.open(context);
        routes.server(context, states);
        routes.catalogue(context);
        routes.stubs(stubs);
        routes.worlds(context, stubs);
        routes.consents(context);
        routes.faults(context);
        return routes.table;
    }

    private void open(ControlContext context) {
        var catalogue = new CatalogueCalls(context);
        var pages = new ControlPages();
        var sessions = new SessionCalls(access, context.services().ids());
        open("GET", "/health", (request, variables) -> catalogue.health());
        open("GET", "/ready", (request, variables) -> catalogue.ready());
        open("GET", "", (request, variables) -> pages.index());
        open("GET", "/", (request, variables) -> pages.index());
        open("GET", "/console/{file}", (request, variables) -> pages.asset(variables.getOrDefault("file", "")));
        open("GET", "/session", (request, variables) -> sessions.show(request));
        open("POST", "/session", (request, variables) -> sessions.signIn(request));
        open("DELETE", "/session", (request, variables) -> sessions.signOut(request));
        route("GET", "/openapi.json", (request, variables) -> pages.openApi());
    }

    private void server(ControlContext context, PactStates states) {
        var metrics = new Metrics(context);
        var costs = new CostCalls(context.services());
        var scenarios = new ScenarioCalls(context);
        var pact = new PactCalls(states, context.services());
        world("GET", "/pact", QueryCheck.of("consumer"), (world, call) -> pact.write(world, call.request()));
        route("GET", "/worlds", WorldPage.QUERY, (request, variables) -> worlds.list(request));
        route("POST", "/worlds", (request, variables) -> worlds.declare(request));
        route("PUT", "/worlds", (request, variables) -> worlds.declareAll(request));
        route("PUT", WORLD, (request, variables) -> worlds.arrange(variables.getOrDefault("id", ""), request));
        route("GET", "/metrics", (request, variables) -> metrics.show());
        var coverage = new CoverageCalls(context);
        route("GET", "/coverage", QueryCheck.of("edition"), (request, variables) -> coverage.show(request));
        route("GET", "/costs", QueryCheck.of("since"), (request, variables) -> costs.show(request));
        route("POST", "/scenarios/reload", (request, variables) -> scenarios.reload());
        route("GET", "/pact/states", (request, variables) -> pact.list());
        // whatever query Pact takes
        add("POST", "/pact/states", Right.CHANGE, BodyKind.JSON, (request, variables) -> pact.change(request));
    }

    private void catalogue(ControlContext context) {
        var catalogue = new CatalogueCalls(context);
        var rules = new RulePages();
        var edition = QueryCheck.of("edition");
        route("GET", "/models", edition, (request, variables) -> catalogue.models(request));
        route(
                "GET",
                "/models/{model}",
                edition,
                (request, variables) -> catalogue.model(request, variables.getOrDefault("model", "")));
        route("GET", "/editions", (request, variables) -> catalogue.editions());
        route("GET", "/quirks", (request, variables) -> catalogue.quirks());
        route("GET", "/prices", edition, (request, variables) -> catalogue.prices(request));
        route("GET", "/api.openapi.json", edition, (request, variables) -> catalogue.apiDocument(request));
        world("GET", "/api.openapi.json", (world, call) -> catalogue.apiDocument(world, call.request()));
        route("GET", "/rules", (request, variables) -> rules.all());
        route("GET", "/rules/{name}", (request, variables) -> rules.one(variables.getOrDefault("name", "")));
    }

    /** Whatever WireMock takes, of any query. */
    private void stubs(Stubs stubs) {
        ANY.forEach(method -> add(
                method,
                "/stubs/{rest*}",
                right(method),
                BodyKind.JSON,
                (request, variables) -> new Reply.Later(stubs.admin(request))));
    }

    private void worlds(ControlContext context, Stubs stubs) {
        var services = context.services();
        var clocks = new ClockCalls(services.time(), new NextDue());
        var accounts = new AccountCalls(services.accounts());
        var jobs = new JobCalls();
        var scenarios = new ScenarioCalls(context);
        var journal = new JournalCalls(context, new StubMisses(stubs)::of);
        var events = new EventCalls(context.live().events(), context.live().due(), worlds::named);
        var findings = new FindingCalls(services.journals());
        var media = new MediaCalls();
        world("GET", "", (world, call) -> worlds.show(world));
        world("GET", "/snapshot", (world, call) -> worlds.snapshots().show(world));
        var runs = new RunCalls(context);
        world("GET", "/run", (world, call) -> runs.show(world));
        world("DELETE", "", (world, call) -> worlds.delete(world));
        world("POST", "/reset", (world, call) -> worlds.reset(world));
        world("POST", "/keys", (world, call) -> worlds.addKey(world, call.request(), call.own()));
        world("PUT", "/media", (world, call) -> media.register(world, call.request()));
        world("PUT", "/quirks", (world, call) -> worlds.quirks(world, call.request()));
        world("GET", "/clock", (world, call) -> clocks.show(world));
        world("PATCH", "/clock", (world, call) -> clocks.move(world, call.request()));
        world(
                "GET",
                "/account",
                QueryCheck.of("at", "limit", "offset"),
                (world, call) -> accounts.show(world, call.variable("id"), call.request()));
        world("PATCH", "/account", (world, call) -> accounts.change(world, call.variable("id"), call.request()));
        world("GET", "/jobs", (world, call) -> jobs.list(world));
        world("GET", "/jobs/{job}", (world, call) -> jobs.show(world, call.variable("job")));
        world("POST", "/jobs/{job}", (world, call) -> jobs.decide(world, call.variable("job"), call.request()));
        world(
                "GET",
                "/jobs/{job}/video",
                (world, call) -> JobCalls.video(
                        world,
                        call.variable("job"),
                        call.request(),
                        context.live().videos()));
        var trials = new TryCalls(context);
        trial("POST", "/try", (world, call) -> trials.answer(world, call.request()));
        var due = new DueCalls(services.accounts(), new NextDue());
        world("GET", "/due", DueCalls.QUERY, (world, call) -> due.show(world, call.request()));
        world("GET", "/requests", JournalCalls.QUERY, (world, call) -> journal.list(world, call.request()));
        world("GET", "/requests/{n}", (world, call) -> journal.show(world, call.variable("n")));
        world("GET", "/requests.har", (world, call) -> journal.archive(world, call.request()));
        route("GET", "/requests/{ray}", (request, variables) -> journal.withRay(variables.getOrDefault("ray", "")));
        route("GET", "/events", EventCalls.QUERY, (request, variables) -> events.all(request));
        world("GET", "/events", (world, call) -> events.of(world, call.request(), call.own()));
        world("GET", "/findings", (world, call) -> findings.list(world, call.request()));
        world("DELETE", "/scenario", (world, call) -> scenarios.unset(world));
        world("PUT", "/scenario", BodyKind.JSON_OR_YAML, (world, call) -> scenarios.set(world, call.request()));
    }

    private void faults(ControlContext context) {
        var faults = new FaultCalls(context);
        route("PUT", "/faults", (request, variables) -> faults.putEverywhere(request));
        route("DELETE", "/faults", (request, variables) -> faults.removeEverywhere());
        world("GET", "/faults", (world, call) -> faults.show(world));
        world("PUT", "/faults", (world, call) -> faults.put(world, call.request()));
        world("DELETE", "/faults", (world, call) -> faults.remove(world));
    }

    private void consents(ControlContext context) {
        var consents = new ConsentCalls(new ConsentService(registry));
        route(
                "PUT",
                "/policy",
                (request, variables) ->
                        consents.policy(context.services().worlds().anonymous(), request));
        world("PUT", "/faces", (world, call) -> consents.faces(world, call.request()));
        world("PUT", "/policy", (world, call) -> consents.policy(world, call.request()));
        world("GET", "/consents", (world, call) -> consents.list(world));
        world("DELETE", "/consents", (world, call) -> consents.revokeAll(world));
        world("DELETE", "/consents/{media}", (world, call) -> consents.revoke(world, call.variable("media")));
    }

    /** A call about a world: the request, what the braces stand for, and whether the world is the caller's own. */
    private record WorldCall(Request request, Map<String, String> variables, boolean own) {
        String variable(String name) {
            return variables.getOrDefault(name, "");
        }
    }

    private void open(String method, String path, ControlCall call) {
        add(method, path, Right.OPEN, BodyKind.JSON, QueryCheck.NONE.around(call));
    }

    private void route(String method, String path, ControlCall call) {
        route(method, path, QueryCheck.NONE, call);
    }

    private void route(String method, String path, QueryCheck query, ControlCall call) {
        add(method, path, right(method), BodyKind.JSON, query.around(call));
    }

    private void world(String method, String path, BiFunction<World, WorldCall, Reply> call) {
        world(method, path, BodyKind.JSON, QueryCheck.NONE, call);
    }

    private void world(String method, String path, QueryCheck query, BiFunction<World, WorldCall, Reply> call) {
        world(method, path, BodyKind.JSON, query, call);
    }

    private void world(String method, String path, BodyKind body, BiFunction<World, WorldCall, Reply> call) {
        world(method, path, body, QueryCheck.NONE, call);
    }

    /** Two routes: by the world's name for who may use the whole server, and by one's own key. */
    private void world(
            String method, String path, BodyKind body, QueryCheck query, BiFunction<World, WorldCall, Reply> call) {
        add(
                method,
                WORLD + path,
                right(method),
                body,
                query.around((request, variables) -> answer(
                        worlds.named(variables.getOrDefault("id", "")),
                        new WorldCall(request, variables, false),
                        call)));
        add(method, SELF + path, Right.OWN, body, query.around((request, variables) -> {
            var key = ownKey(request);
            var named = new HashMap<>(variables);
            named.put("id", key);
            return answer(ownWorld(key, method), new WorldCall(request, named, true), call);
        }));
    }

    private Reply answer(World world, WorldCall call, BiFunction<World, WorldCall, Reply> by) {
        return changes.noting(world, call.request(), () -> by.apply(world, call));
    }

    /** As a call about a world, but that a key gets no world by it. */
    private void trial(String method, String path, BiFunction<World, WorldCall, Reply> call) {
        add(
                method,
                WORLD + path,
                right(method),
                BodyKind.JSON,
                QueryCheck.NONE.around((request, variables) -> call.apply(
                        worlds.named(variables.getOrDefault("id", "")), new WorldCall(request, variables, false))));
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
                .filter(known -> !access.tokens().knows(known))
                .orElseThrow(ProblemException::noKey);
    }

    /** As in the API itself: who only reads gets no world by it. */
    private World ownWorld(String key, String method) {
        var credential = Credential.apiKey(key);
        return READING.contains(method) ? registry.read(credential) : registry.open(credential);
    }

    private static Right right(String method) {
        return READING.contains(method) ? Right.READ : Right.CHANGE;
    }

    private void add(String method, String path, Right right, BodyKind body, ControlCall call) {
        var effort = Effort.of(method, path);
        table.add(method, ROOT + path, new ControlRoute(right, body, effort, effort.around(call, workers)));
    }
}
