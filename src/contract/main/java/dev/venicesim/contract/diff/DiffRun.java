package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.spending.SpendingCap;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Run of a comparison: the same conversation with a simulator and with a target, up to the first difference that is
 * there again when it is looked for, which is then shrunk.
 */
public final class DiffRun {

    /** Each trial asks the target anew. */
    private static final int TRIALS = 80;

    private static final TargetRequest MODELS = TargetRequest.get("/models?type=video");

    private final Target target;
    private final ComparedSimulator.Maker simulators;
    private final DiffPlan plan;
    private final List<String> notes = new ArrayList<>();
    private final boolean limits;
    private final List<JsonNode> models;
    private final Set<String> shared = new HashSet<>();
    private final SpendingCap cap;
    private final List<ConversationSide> theirs = new ArrayList<>();

    private DiffRun(Target target, ComparedSimulator.Maker simulators, DiffPlan plan) throws InterruptedException {
        this.target = target;
        this.simulators = simulators;
        this.plan = plan;
        this.cap = new SpendingCap(
                plan.maxUsd().orElse(Usd.ZERO), Usd.ZERO, plan.ledger().map(file -> file.open(target)));
        var listed = target.ask(MODELS);
        var counted =
                target.ask(TargetRequest.post("/video/retrieve", Json.object()).withKey());
        this.limits = counted.header("x-ratelimit-limit-requests").isPresent() || !target.isOnThisMachine();
        var ids = new HashSet<String>();
        listed.json().path("data").forEach(model -> ids.add(model.path("id").asText()));
        this.models = new ArrayList<>();
        try (var simulator = open()) {
            for (var model : simulator.target().ask(MODELS).json().path("data")) {
                if (ids.contains(model.path("id").asText())) {
                    models.add(model);
                    shared.add(model.path("id").asText());
                }
            }
        }
        if (models.isEmpty()) {
            throw new TargetFailure(
                    TargetFailure.Kind.UNREACHABLE,
                    target.baseUrl() + "/models answered " + listed.status() + " without any model of edition "
                            + plan.edition() + "; give the base URL of the API, ending in /api/v1, or another edition");
        }
    }

    /**
     * Compares by a conversation made for it.
     *
     * @throws TargetFailure if the target gives no usable answer
     */
    public static DiffReport of(Target target, ComparedSimulator.Maker simulators, DiffPlan plan)
            throws InterruptedException {
        return new DiffRun(target, simulators, plan).made();
    }

    /**
     * Compares by a conversation that was kept.
     *
     * @throws TargetFailure if the target gives no usable answer
     */
    public static DiffReport again(Target target, ComparedSimulator.Maker simulators, DiffPlan plan, CallScript kept)
            throws InterruptedException {
        return new DiffRun(target, simulators, plan).played(kept);
    }

    private DiffReport made() throws InterruptedException {
        var offers = new PaidOffers(target, models, cap);
        var random = new RandomCalls(plan.seed(), models, target.hasKey());
        return compared(new CallSource(random, plan.calls(), offers)::next, true);
    }

    private DiffReport played(CallScript kept) throws InterruptedException {
        if (!target.hasKey() && kept.calls().stream().anyMatch(call -> call.by() == TargetRequest.Auth.KEY)) {
            throw new IllegalArgumentException(
                    "replay has requests with a key; give one as api-key-env or api-key-file");
        }
        kept.pay(target, cap).ifPresent(objection -> {
            throw new IllegalArgumentException("replay has jobs that cost more at the target than max-usd allows: "
                    + objection + "; give the most that it may spend as max-usd");
        });
        var calls = kept.calls().iterator();
        return compared(() -> calls.hasNext() ? Optional.of(calls.next()) : Optional.empty(), false);
    }

    /** Where requests come from, one after the other. */
    @FunctionalInterface
    private interface Calls {
        Optional<ScriptedCall> next() throws InterruptedException;
    }

    private DiffReport compared(Calls source, boolean shrinks) throws InterruptedException {
        var calls = new ArrayList<ScriptedCall>();
        Optional<DiffReport.Found> found;
        try {
            found = found(source, calls, shrinks);
        } catch (TargetFailure failure) {
            cleanUp();
            throw notes.isEmpty()
                    ? failure
                    : new TargetFailure(failure.kind(), failure.getMessage() + "; " + String.join("; ", notes));
        }
        cleanUp();
        return report(calls.size(), found);
    }

    private Optional<DiffReport.Found> found(Calls source, List<ScriptedCall> calls, boolean shrinks)
            throws InterruptedException {
        try (var simulator = open()) {
            return first(source, new Duet(side(simulator.target()), side(target), shared), calls, shrinks);
        } catch (UnorderedJob job) {
            return Optional.of(taken(job));
        }
    }

    private Optional<DiffReport.Found> first(Calls source, Duet duet, List<ScriptedCall> calls, boolean shrinks)
            throws InterruptedException {
        for (var call = source.next(); call.isPresent(); call = source.next()) {
            calls.add(call.get());
            var differences = duet.ask(call.get());
            if (!differences.isEmpty()) {
                var found = shrinks ? confirmed(calls, differences) : whole(calls, differences);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private void cleanUp() throws InterruptedException {
        for (var side : theirs) {
            notes.addAll(side.cleanedUp());
        }
    }

    /** What is said of a job that was taken where a refusal was due. Nothing is asked again, for that may cost again. */
    private DiffReport.Found taken(UnorderedJob job) throws InterruptedException {
        var cost = job.cost(target);
        cost.ifPresent(cap::taken);
        notes.add("the target took a job that it should have refused, which "
                + cost.map(usd -> "cost " + usd + " USD").orElse("may have cost money: it tells no price")
                + "; the run ends here");
        try (var simulator = open()) {
            var ours = side(simulator.target());
            var differences = new Duet(ours, ours, shared).between(job.call(), ours.ask(job.call()), job.form());
            return new DiffReport.Found(conversation(List.of(job.call())), differences, List.of());
        }
    }

    private Optional<DiffReport.Found> whole(List<ScriptedCall> calls, List<ReplyDifference> differences)
            throws InterruptedException {
        var all = conversation(calls);
        return Optional.of(new DiffReport.Found(all, differences, explained(all)));
    }

    /** The difference by the fewest requests; nothing, if it is not there again. What was paid for is not paid twice. */
    private Optional<DiffReport.Found> confirmed(List<ScriptedCall> calls, List<ReplyDifference> differences)
            throws InterruptedException {
        var sliced = conversation(JobSlice.of(calls));
        if (sliced.costs()) {
            return Optional.of(new DiffReport.Found(sliced, differences, List.of()));
        }
        var at = differences.get(0).at();
        var last = calls.get(calls.size() - 1);
        Shrinker.Trial trial =
                fewer -> again(fewer).stream().anyMatch(place -> place.at().equals(at));
        if (!trial.differs(List.of(last)) && !trial.differs(sliced.calls())) {
            notes.add("once, and not again: " + last + " " + differences.get(0));
            return Optional.empty();
        }
        var shrunk = sliced.of(new Shrinker(trial, TRIALS).shrunk(sliced.calls()));
        return Optional.of(new DiffReport.Found(shrunk, again(shrunk.calls()), explained(shrunk)));
    }

    private List<ReplyDifference> again(List<ScriptedCall> calls) throws InterruptedException {
        try (var simulator = open()) {
            return new Duet(side(simulator.target()), side(target), shared).last(calls);
        }
    }

    /** The quirks under which a simulator says what the target does, each tried. */
    private List<String> explained(CallScript found) throws InterruptedException {
        if (found.costs()) {
            return List.of();
        }
        var explained = new ArrayList<String>();
        var now = QuirkSettings.of(plan.edition()).with(plan.quirks());
        var asked = side(target);
        var told = new ArrayList<ObjectNode>();
        for (var call : found.calls()) {
            told.add(asked.ask(call));
        }
        for (var quirk : ApiQuirk.values()) {
            for (var value : quirk.choices()) {
                if (!now.is(quirk, value) && agrees(found, told, quirk, value)) {
                    explained.add(quirk.label() + "=" + value);
                }
            }
        }
        return explained;
    }

    private boolean agrees(CallScript found, List<ObjectNode> told, ApiQuirk quirk, String value)
            throws InterruptedException {
        var quirks = new HashMap<>(plan.quirks());
        quirks.put(quirk.label(), value);
        try (var simulator = simulators.open(quirks, limits)) {
            var ours = side(simulator.target());
            var duet = new Duet(ours, ours, shared);
            for (var i = 0; i < told.size(); i++) {
                var call = found.calls().get(i);
                if (!duet.between(call, ours.ask(call), told.get(i).deepCopy()).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    private ComparedSimulator open() {
        return simulators.open(plan.quirks(), limits);
    }

    private ConversationSide side(Target asked) {
        var side = new ConversationSide(asked, !limits, asked == target);
        if (asked == target) {
            theirs.add(side);
        }
        return side;
    }

    private CallScript conversation(List<ScriptedCall> calls) {
        return new CallScript(plan.edition().id(), plan.seed(), calls);
    }

    private DiffReport report(int calls, Optional<DiffReport.Found> found) {
        return new DiffReport(target.baseUrl(), plan.seed(), calls, cap.spent(), found, List.copyOf(notes));
    }
}
