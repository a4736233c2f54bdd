package dev.venicesim.pipeline;

import dev.venicesim.api.Operation;
import dev.venicesim.auth.Caller;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.ErrorCodes;
import dev.venicesim.error.Refusal;
import dev.venicesim.journal.DecisionTrace;
import dev.venicesim.journal.finding.ClientEvent.Dropped;
import dev.venicesim.limits.LimitDecision;
import dev.venicesim.scenario.ScenarioEngine.Strike;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.AccountSelector;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldConfiguration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Exchange of a request for a reply, from the bytes that came in to the entry in the journal. Immutable: each step of
 * the pipeline hands on one that knows more.
 *
 * @param incoming what came in
 * @param sender who sent it; nobody known, in the world of calls without credentials, until that is found out
 * @param reading the sender's world as it was read once for this request
 * @param fault what goes wrong with it on purpose
 * @param limit whether the request limits admitted it
 * @param answered how it was answered
 */
public record Exchange(
        IncomingRequest incoming,
        RequestSender sender,
        Optional<WorldReading> reading,
        Optional<Strike> fault,
        Optional<LimitDecision> limit,
        Optional<Answered> answered)
        implements Progress {

    Exchange(IncomingRequest incoming, RequestSender sender) {
        this(incoming, sender, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Exchange with(IncomingRequest other) {
        return new Exchange(other, sender, reading, fault, limit, answered);
    }

    Exchange sentBy(RequestSender known, WorldReading world) {
        return new Exchange(incoming, known, Optional.of(world), fault, limit, answered);
    }

    Exchange readAs(WorldReading world) {
        return new Exchange(incoming, sender, Optional.of(world), fault, limit, answered);
    }

    Exchange struckBy(Strike strike) {
        return new Exchange(incoming, sender, reading, Optional.of(strike), limit, answered);
    }

    Exchange limitedBy(LimitDecision decision) {
        return new Exchange(incoming, sender, reading, fault, Optional.of(decision), answered);
    }

    Exchange answered(Answered answer) {
        return new Exchange(incoming, sender, reading, fault, limit, Optional.of(answer));
    }

    /** This exchange with its answer's reply changed. */
    Exchange replying(Reply.Now reply) {
        return answered(answer().with(reply));
    }

    /** Refused before it reached its operation. */
    Exchange refused(Refusal refusal) {
        var result = refuse(refusal);
        return answered(new Answered(Answered.By.SIMULATOR, result.effect(), (Reply.Now) result.reply()));
    }

    Answered answer() {
        return answered.orElseThrow();
    }

    boolean isStubbed() {
        return answered.isPresent() && answered.get().by() == Answered.By.STUB;
    }

    public Request request() {
        return incoming.request();
    }

    /** What it is for; only once that is known. */
    public Operation operation() {
        return incoming.operation().orElseThrow();
    }

    /** What the braces of the operation's path stand for. */
    public Map<String, String> variables() {
        return incoming.variables();
    }

    public DecisionTrace why() {
        return incoming.why();
    }

    public Caller caller() {
        return sender.caller();
    }

    public World world() {
        return sender.world();
    }

    public WorldConfiguration settings() {
        return reading.orElseThrow().settings();
    }

    public WorldPolicies policies() {
        return reading.orElseThrow().policies();
    }

    /** By the world's clock. */
    public Instant now() {
        return reading.orElseThrow().now();
    }

    /** In the outside world. */
    public Instant realNow() {
        return reading.orElseThrow().realNow();
    }

    /** By the client's own clock: in the outside world, unless it shares the world's. */
    public Instant clientNow() {
        return reading.orElseThrow().clientNow();
    }

    /** By the clock that judges how fresh a sign-in is. */
    public Instant signInNow() {
        return reading.orElseThrow().signInNow();
    }

    public QuirkSettings quirks() {
        return settings().behaviour().quirks();
    }

    public ApiEdition edition() {
        return settings().behaviour().edition();
    }

    /** The account this caller pays from. */
    public AccountSelector selector() {
        return caller() instanceof Caller.Wallet ? AccountSelector.WALLET : AccountSelector.KEYS;
    }

    /** Answers with a refusal, and notes why. */
    public OperationResult refuse(Refusal refusal) {
        return refuse(refusal, Dropped.NONE);
    }

    /** Answers with a refusal of fields among which are some that quote ignores. */
    public OperationResult refuse(Refusal refusal, Dropped dropped) {
        why().note(refusal.why());
        // with the table's code beside its text where a quirk wants it
        var coded = quirks().is(ApiQuirk.ERROR_CODES, "on");
        var error = coded ? ErrorCodes.beside(refusal.error()) : refusal.error();
        return new OperationResult(Reply.error(error), new Effect.Refused(error, dropped));
    }
}
