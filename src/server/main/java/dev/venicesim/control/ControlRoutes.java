package dev.venicesim.control;

import dev.venicesim.control.pact.PactStates;
import dev.venicesim.stub.Stubs;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.RouteTable;
import dev.venicesim.world.ConsentService;
import java.util.Set;

/** Routes of the control API: which call answers which method and path, and what each asks of its caller. */
final class ControlRoutes {

    private static final Set<String> ANY = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    static final String WORLD = "/worlds/{id}";

    private final AccessFilter access;
    private final WorldCalls worlds;
    private final ControlRouteTable table;

    private ControlRoutes(AccessFilter access, ControlContext context) {
        this.access = access;
        this.worlds = new WorldCalls(context);
        this.table = new ControlRouteTable(access.tokens(), context, worlds::named);
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
        return routes.table.filled();
    }

    private void open(ControlContext context) {
        var catalogue = new CatalogueCalls(context);
        var pages = new ControlPages();
        var sessions = new SessionCalls(access, context.services().ids());
        table.open("GET", "/health", (request, variables) -> catalogue.health());
        table.open("GET", "/ready", (request, variables) -> catalogue.ready());
        table.open("GET", "", (request, variables) -> pages.index());
        table.open("GET", "/", (request, variables) -> pages.index());
        table.open("GET", "/console/{file}", (request, variables) -> pages.asset(variables.getOrDefault("file", "")));
        table.open("GET", "/session", (request, variables) -> sessions.show(request));
        table.open("POST", "/session", (request, variables) -> sessions.signIn(request));
        table.open("DELETE", "/session", (request, variables) -> sessions.signOut(request));
        table.route("GET", "/openapi.json", (request, variables) -> pages.openApi());
    }

    private void server(ControlContext context, PactStates states) {
        var metrics = new Metrics(context);
        var costs = new CostCalls(context.services());
        var scenarios = new ScenarioCalls(context);
        var pact = new PactCalls(states, context.services());
        table.world("GET", "/pact", QueryCheck.of("consumer"), (world, call) -> pact.write(world, call.request()));
        table.route("GET", "/worlds", WorldPage.QUERY, (request, variables) -> worlds.list(request));
        table.route("POST", "/worlds", (request, variables) -> worlds.declare(request));
        table.route("PUT", "/worlds", (request, variables) -> worlds.declareAll(request));
        table.route("PUT", WORLD, (request, variables) -> worlds.arrange(variables.getOrDefault("id", ""), request));
        table.route("GET", "/metrics", (request, variables) -> metrics.show());
        var coverage = new CoverageCalls(context);
        table.route("GET", "/coverage", QueryCheck.of("edition"), (request, variables) -> coverage.show(request));
        table.route("GET", "/costs", QueryCheck.of("since"), (request, variables) -> costs.show(request));
        table.route("POST", "/scenarios/reload", (request, variables) -> scenarios.reload());
        table.route("GET", "/pact/states", (request, variables) -> pact.list());
        // whatever query Pact takes
        table.add("POST", "/pact/states", Right.CHANGE, BodyKind.JSON, (request, variables) -> pact.change(request));
    }

    private void catalogue(ControlContext context) {
        var catalogue = new CatalogueCalls(context);
        var rules = new RulePages();
        var edition = QueryCheck.of("edition");
        table.route("GET", "/models", edition, (request, variables) -> catalogue.models(request));
        table.route(
                "GET",
                "/models/{model}",
                edition,
                (request, variables) -> catalogue.model(request, variables.getOrDefault("model", "")));
        table.route("GET", "/editions", (request, variables) -> catalogue.editions());
        table.route("GET", "/quirks", (request, variables) -> catalogue.quirks());
        table.route("GET", "/prices", edition, (request, variables) -> catalogue.prices(request));
        table.route("GET", "/api.openapi.json", edition, (request, variables) -> catalogue.apiDocument(request));
        table.world("GET", "/api.openapi.json", (world, call) -> catalogue.apiDocument(world, call.request()));
        table.route("GET", "/rules", (request, variables) -> rules.all());
        table.route("GET", "/rules/{name}", (request, variables) -> rules.one(variables.getOrDefault("name", "")));
    }

    /** Whatever WireMock takes, of any query. */
    private void stubs(Stubs stubs) {
        ANY.forEach(method -> table.addBrief(
                method,
                "/stubs/{rest*}",
                ControlRouteTable.right(method),
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
        table.world("GET", "", (world, call) -> worlds.show(world));
        table.world("GET", "/snapshot", (world, call) -> worlds.snapshots().show(world));
        var runs = new RunCalls(context);
        table.world("GET", "/run", (world, call) -> runs.show(world));
        table.world("DELETE", "", (world, call) -> worlds.delete(world));
        table.world("POST", "/reset", (world, call) -> worlds.reset(world));
        table.world("POST", "/keys", (world, call) -> worlds.addKey(world, call.request(), call.own()));
        table.world("PUT", "/media", (world, call) -> media.register(world, call.request()));
        table.world("PUT", "/quirks", (world, call) -> worlds.quirks(world, call.request()));
        table.world("GET", "/clock", (world, call) -> clocks.show(world));
        table.world("PATCH", "/clock", (world, call) -> clocks.move(world, call.request()));
        table.world(
                "GET",
                "/account",
                QueryCheck.of("at", "limit", "offset"),
                (world, call) -> accounts.show(world, call.variable("id"), call.request()));
        table.world("PATCH", "/account", (world, call) -> accounts.change(world, call.variable("id"), call.request()));
        table.world("GET", "/jobs", (world, call) -> jobs.list(world));
        table.world("GET", "/jobs/{job}", (world, call) -> jobs.show(world, call.variable("job")));
        table.world("POST", "/jobs/{job}", (world, call) -> jobs.decide(world, call.variable("job"), call.request()));
        table.world(
                "GET",
                "/jobs/{job}/video",
                (world, call) -> JobCalls.video(
                        world,
                        call.variable("job"),
                        call.request(),
                        context.live().videos()));
        var trials = new TryCalls(context);
        table.trial("POST", "/try", (world, call) -> trials.answer(world, call.request()));
        var due = new DueCalls(services.accounts(), new NextDue());
        table.world("GET", "/due", DueCalls.QUERY, (world, call) -> due.show(world, call.request()));
        table.world("GET", "/requests", JournalCalls.QUERY, (world, call) -> journal.list(world, call.request()));
        table.world("GET", "/requests/{n}", (world, call) -> journal.show(world, call.variable("n")));
        table.world("GET", "/requests.har", (world, call) -> journal.archive(world, call.request()));
        table.route(
                "GET", "/requests/{ray}", (request, variables) -> journal.withRay(variables.getOrDefault("ray", "")));
        table.route("GET", "/events", EventCalls.QUERY, (request, variables) -> events.all(request));
        table.world("GET", "/events", (world, call) -> events.of(world, call.request(), call.own()));
        table.world("GET", "/findings", (world, call) -> findings.list(world, call.request()));
        table.world("DELETE", "/scenario", (world, call) -> scenarios.unset(world));
        table.world("PUT", "/scenario", BodyKind.JSON_OR_YAML, (world, call) -> scenarios.set(world, call.request()));
    }

    private void faults(ControlContext context) {
        var faults = new FaultCalls(context);
        table.route("PUT", "/faults", (request, variables) -> faults.putEverywhere(request));
        table.route("DELETE", "/faults", (request, variables) -> faults.removeEverywhere());
        table.world("GET", "/faults", (world, call) -> faults.show(world));
        table.world("PUT", "/faults", (world, call) -> faults.put(world, call.request()));
        table.world("DELETE", "/faults", (world, call) -> faults.remove(world));
    }

    private void consents(ControlContext context) {
        var consents = new ConsentCalls(new ConsentService(context.services().worlds()));
        table.route(
                "PUT",
                "/policy",
                (request, variables) ->
                        consents.policy(context.services().worlds().anonymous(), request));
        table.world("PUT", "/faces", (world, call) -> consents.faces(world, call.request()));
        table.world("PUT", "/policy", (world, call) -> consents.policy(world, call.request()));
        table.world("GET", "/consents", (world, call) -> consents.list(world));
        table.world("DELETE", "/consents", (world, call) -> consents.revokeAll(world));
        table.world("DELETE", "/consents/{media}", (world, call) -> consents.revoke(world, call.variable("media")));
    }
}
