package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.time.Pause;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * A world of a simulator: what one API key sees, and a handle to arrange and inspect it. Thread-safe. Making one costs
 * no call; it is declared when it has settings and its key is asked for, or when it is first inspected.
 */
public final class VeniceWorld {

    private final String baseUrl;
    private final WorldRegistration registration;
    private final SecureRandom random;
    private final VirtualTime time;
    private final Set<Integer> expected = new CopyOnWriteArraySet<>();
    private Optional<SigningWallet> wallet = Optional.empty();

    VeniceWorld(String baseUrl, WorldRegistration registration, SecureRandom random) {
        this.baseUrl = baseUrl;
        this.registration = registration;
        this.random = random;
        this.time = new VirtualTime(new ClockCalls(registration), TimeSource.system());
    }

    /** What the client under test takes as its base URL; ends in {@code /api/v1}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** What the client under test takes as its API key. */
    public String apiKey() {
        return registration.apiKey();
    }

    /**
     * A wallet on Base that signs, and whose calls belong to this world. Its credit starts at 0.
     *
     * @throws RuntimeException naming the coordinates to add, if Bouncy Castle is not on the class path
     * @throws IllegalStateException if something has happened in this world already
     */
    public synchronized SigningWallet wallet() {
        if (wallet.isEmpty()) {
            var made = SigningWallet.base(random);
            registration.join(made.address());
            wallet = Optional.of(made);
        }
        return wallet.get();
    }

    /**
     * Puts a scenario in place: by a name the server knows, as a class path resource or file ending in {@code .yaml},
     * {@code .yml} or {@code .json}, or as YAML text.
     *
     * @throws IllegalArgumentException naming the places looked in, if it names a file that is not there
     * @throws ControlException with every problem of the scenario, each with line, column and fix
     */
    public VeniceWorld scenario(String nameFileOrText) {
        registration.scenario(ScenarioSource.of(nameFileOrText));
        return this;
    }

    /** Makes the world anew, as it was declared: money, jobs, consents, journal. */
    public VeniceWorld reset() {
        time.reset(() -> change("POST", "/reset", Json.object()));
        return this;
    }

    /**
     * Says who is in a picture or a video.
     *
     * @param media its address, or {@code sha256:} and the hash of its bytes
     * @param labels {@code face}, {@code minor}, {@code public_figure}; none for nobody
     */
    public VeniceWorld faces(String media, String... labels) {
        var body = Json.object();
        var list = body.putArray(media);
        for (var label : labels) {
            list.add(label);
        }
        change("PUT", "/faces", body);
        return this;
    }

    /** Says what stands at an address, which the simulator never fetches. */
    public VeniceWorld media(String url, UnfetchedMedia measures) {
        var body = Json.object();
        body.set(url, measures.json());
        change("PUT", "/media", body);
        return this;
    }

    /** A second key on the same account. */
    public String addKey() {
        return change("POST", "/keys", Json.object()).path("apiKey").asText();
    }

    /** A second key on the same account, which may spend so many dollars. */
    public String addKey(String spendLimitUsd) {
        var body = Json.object().put("spendLimitUsd", Usd.parse(spendLimitUsd).number());
        return change("POST", "/keys", body).path("apiKey").asText();
    }

    /** Moves a quirk. */
    public VeniceWorld quirk(String name, String value) {
        change("PUT", "/quirks", Json.object().put(name, value));
        return this;
    }

    /** Sets the balance to so many dollars, such as {@code 0.10}. */
    public VeniceWorld balance(String usd) {
        change(
                "PATCH",
                "/account",
                Json.object().put("balanceUsd", Usd.parse(usd).number()));
        return this;
    }

    public VeniceClock clock() {
        return new VeniceClock(registration, time);
    }

    /** The money, as it is now. */
    public Account account() {
        return Account.of(read("/account?limit=1000"));
    }

    /** What was charged and not given back so far, to its keys and to its wallet. */
    public synchronized Usd spent() {
        var byKey = account().spent();
        return wallet.map(known -> registration
                        .control()
                        .get("/worlds/" + WorldRegistration.segment(known.address()) + "/account?limit=1"))
                .map(json -> byKey.plus(Account.usd(json, "spentUsd")))
                .orElse(byKey);
    }

    /** All jobs, the one queued first first; those of one millisecond of the world's clock in no order. */
    public List<Job> jobs() {
        return list("/jobs", "jobs", Job::of).stream()
                .sorted(Comparator.comparing(Job::queuedAt))
                .toList();
    }

    public Job job(String queueId) {
        return Job.of(read("/jobs/" + WorldRegistration.segment(queueId)));
    }

    /** Ends a job now, by its outcome. */
    public Job finish(String queueId) {
        return decide(queueId, Json.object().put("finish", true));
    }

    /**
     * Decides what becomes of a job: {@code refused}, {@code failed}, {@code stuck} and the others scenario files know.
     */
    public Job outcome(String queueId, String outcome) {
        return decide(queueId, Json.object().put("outcome", outcome));
    }

    /**
     * Decides what becomes of a job, in detail:
     * {@code outcome(id, "rejected", Map.of("status", 451, "message", "not in this country"))}.
     *
     * @param details texts, whole numbers and truths, by the names scenario files have
     */
    public Job outcome(String queueId, String outcome, Map<String, Object> details) {
        var decision = Json.object();
        var fields = decision.putObject("outcome").putObject(outcome);
        new TreeMap<>(details).forEach((name, value) -> {
            if (value instanceof Integer number) {
                fields.put(name, number);
            } else if (value instanceof Boolean truth) {
                fields.put(name, truth);
            } else {
                fields.put(name, String.valueOf(value));
            }
        });
        return decide(queueId, decision);
    }

    /** What was asked and answered, oldest first. */
    public List<JournalEntry> requests() {
        return list("/requests", "requests", JournalEntry::of);
    }

    /**
     * Requests with this world's key that reached no endpoint, because their base URL is not {@link #baseUrl()}. They
     * stand in the journal of the server, since such a request makes no world.
     */
    public List<JournalEntry> strays() {
        return registration.strays();
    }

    /** What the client did that would cost it money or break it in production. */
    public List<Finding> findings() {
        return list("/findings", "findings", Finding::of);
    }

    public List<Consent> consents() {
        return list("/consents", "consents", Consent::of);
    }

    /** Waits for what the client under test does, by the journal. */
    public Await await() {
        return new Await(registration, Pause.real());
    }

    /** Says that answers of these HTTP statuses are what the test is about, for {@code failOnUnexpectedErrors}. */
    public VeniceWorld expectErrors(int... statuses) {
        for (var status : statuses) {
            expected.add(status);
        }
        return this;
    }

    /** Errors the simulator answered with, but for those announced by {@link #expectErrors}. */
    public List<JournalEntry> unexpectedErrors() {
        return requests().stream()
                .filter(entry -> entry.status() >= 400 && entry.by().equals("simulator"))
                .filter(entry -> !expected.contains(entry.status()))
                .toList();
    }

    /** The run of this world as {@code venice-sim replay} takes it: a JSON object without secrets. */
    public String run() {
        return registration.text("/run");
    }

    /**
     * Ends this handle: whatever is asked of it from now on throws an {@link IllegalStateException} that says why, and so
     * does all waiting by its clock.
     *
     * @param why what has ended, and what to do instead
     */
    public void end(String why) {
        registration.end(why);
        time.end(why);
    }

    private Job decide(String queueId, JsonNode decision) {
        return Job.of(change("POST", "/jobs/" + WorldRegistration.segment(queueId), decision));
    }

    private <T> List<T> list(String path, String member, Function<JsonNode, T> read) {
        return StreamSupport.stream(read(path).path(member).spliterator(), false)
                .map(read)
                .toList();
    }

    JsonNode read(String path) {
        return registration.read(path);
    }

    JsonNode change(String method, String path, JsonNode body) {
        return registration.change(method, path, body);
    }

    @Override
    public String toString() {
        return "VeniceWorld[" + baseUrl
                + registration.ended().map(why -> ", ended").orElse("") + "]";
    }
}
