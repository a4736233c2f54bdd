package dev.venicesim.control;

import dev.venicesim.auth.Credentials;
import dev.venicesim.control.pact.PactStates;
import dev.venicesim.stub.Stubs;
import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RouteTable;
import dev.venicesim.wire.RouteTable.Match;
import dev.venicesim.world.Consents;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The simulator's own API: which call answers which method and path under {@code /__sim}. */
public final class ControlApi implements Handler {

    /** The root of the control API. */
    public static final String ROOT = "/__sim";

    private static final Pattern WORLD = Pattern.compile("^(" + ROOT + "/worlds/)[^/]+");
    private static final Set<String> ANY = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final RouteTable<ControlCall> open = new RouteTable<>();
    private final RouteTable<ControlCall> guarded = new RouteTable<>();
    private final AdminGuard guard;
    private final WorldCalls worlds;
    private final ConsentCalls consents;

    public ControlApi(AdminGuard guard, ControlDesk desk, Stubs stubs, PactStates states) {
        this.guard = guard;
        this.worlds = new WorldCalls(desk);
        this.consents = new ConsentCalls(new Consents(desk.worlds()));
        var catalogue = new CatalogueCalls(desk);
        open.add("GET", ROOT + "/health", (request, variables) -> catalogue.health());
        route("GET", "/health", (request, variables) -> catalogue.health());
        route("POST", "/worlds", (request, variables) -> worlds.declare(request));
        route("GET", "/worlds", (request, variables) -> worlds.list());
        route("GET", "/models", (request, variables) -> catalogue.models(request));
        route(
                "GET",
                "/models/{model}",
                (request, variables) -> catalogue.model(request, variables.getOrDefault("model", "")));
        route("GET", "/editions", (request, variables) -> catalogue.editions());
        route("GET", "/quirks", (request, variables) -> catalogue.quirks());
        route("GET", "/prices", (request, variables) -> catalogue.prices(request));
        route(
                "PUT",
                "/policy",
                (request, variables) -> consents.policy(desk.worlds().anonymous(), request));
        var metrics = new Metrics(desk);
        route("GET", "/metrics", (request, variables) -> metrics.show());
        var pages = new Pages();
        route("GET", "", (request, variables) -> pages.index());
        route("GET", "/", (request, variables) -> pages.index());
        route("GET", "/openapi.json", (request, variables) -> pages.openApi());
        var costs = new CostCalls(desk.worlds(), desk.accounts());
        route("GET", "/costs", (request, variables) -> costs.show());
        ANY.forEach(method -> route(method, "/stubs/{rest*}", (request, variables) -> stubs.admin(request)));
        var pact = new PactCalls(states);
        route("POST", "/pact/states", (request, variables) -> pact.change(request));
        route("GET", "/pact/states", (request, variables) -> pact.list());
        worldRoutes(desk, stubs);
        consentRoutes();
    }

    /** What a call is told whose body is too large to be kept. */
    public static Reply.Now tooLarge() {
        return Problem.tooLarge().reply();
    }

    private void worldRoutes(ControlDesk desk, Stubs stubs) {
        var clocks = new ClockCalls(desk.time(), new NextDue());
        var accounts = new AccountCalls(desk.accounts());
        var jobs = new JobCalls();
        var scenarios = new ScenarioCalls(desk);
        route("POST", "/scenarios/reload", (request, variables) -> scenarios.reload());
        world("PUT", "/scenario", (world, call) -> scenarios.set(world, call.request()));
        var journal = new JournalCalls(desk.journals(), new StubMisses(stubs)::of);
        var findings = new Findings(desk.journals());
        world("GET", "", (world, call) -> worlds.show(world));
        world("DELETE", "", (world, call) -> worlds.delete(world));
        world("POST", "/reset", (world, call) -> worlds.reset(world));
        world("POST", "/keys", (world, call) -> worlds.addKey(world, call.request()));
        var media = new MediaCalls();
        world("PUT", "/media", (world, call) -> media.register(world, call.request()));
        world("PUT", "/quirks", (world, call) -> worlds.quirks(world, call.request()));
        world("GET", "/clock", (world, call) -> clocks.show(world));
        world("PATCH", "/clock", (world, call) -> clocks.move(world, call.request()));
        world("GET", "/account", (world, call) -> accounts.show(world, call.variable("id"), call.request()));
        world("PATCH", "/account", (world, call) -> accounts.change(world, call.variable("id"), call.request()));
        world("GET", "/jobs", (world, call) -> jobs.list(world));
        world("GET", "/jobs/{job}", (world, call) -> jobs.show(world, call.variable("job")));
        world("POST", "/jobs/{job}", (world, call) -> jobs.decide(world, call.variable("job"), call.request()));
        world("GET", "/requests", (world, call) -> journal.list(world, call.request()));
        world("GET", "/requests/{n}", (world, call) -> journal.show(world, call.variable("n")));
        world("GET", "/findings", (world, call) -> findings.list(world, call.request()));
        var rules = new RulePages();
        route("GET", "/rules", (request, variables) -> rules.all());
        route("GET", "/rules/{name}", (request, variables) -> rules.one(variables.getOrDefault("name", "")));
    }

    private void consentRoutes() {
        world("PUT", "/faces", (world, call) -> consents.faces(world, call.request()));
        world("PUT", "/policy", (world, call) -> consents.policy(world, call.request()));
        world("GET", "/consents", (world, call) -> consents.list(world));
        world("DELETE", "/consents", (world, call) -> consents.revokeAll(world));
        world("DELETE", "/consents/{media}", (world, call) -> consents.revoke(world, call.variable("media")));
    }

    /** A call about a world: the request, and what the braces stand for. */
    private record WorldCall(Request request, Map<String, String> variables) {
        String variable(String name) {
            return variables.getOrDefault(name, "");
        }
    }

    private void route(String method, String path, ControlCall call) {
        guarded.add(method, ROOT + path, call);
    }

    private void world(String method, String path, BiFunction<dev.venicesim.world.World, WorldCall, Reply> call) {
        route(
                method,
                "/worlds/{id}" + path,
                (request, variables) ->
                        call.apply(worlds.named(variables.getOrDefault("id", "")), new WorldCall(request, variables)));
    }

    @Override
    public Reply handle(Request request) {
        try {
            return answer(request);
        } catch (Problem problem) {
            return problem.reply();
        }
    }

    private Reply answer(Request request) {
        if (open.find(request.method(), request.path()) instanceof Match.Found<ControlCall> found) {
            return found.route().answer(request, found.variables());
        }
        if (!guard.admits(request)) {
            throw Problem.unauthorized();
        }
        var match = guarded.find(request.method(), request.path());
        if (match instanceof Match.Found<ControlCall> found) {
            return found.route().answer(request, found.variables());
        }
        if (match instanceof Match.WrongMethod<ControlCall> wrong) {
            throw Problem.methodNotAllowed(shown(request.path()) + " takes " + String.join(", ", wrong.allowed())
                    + ", not " + request.method());
        }
        throw Problem.notFound("the control API has no " + shown(request.path()));
    }

    /** A path as it may be answered and logged: without the API key that names a world in it. */
    private static String shown(String path) {
        return Credentials.maskUrl(WORLD.matcher(path).replaceFirst("$1{id}"));
    }
}
