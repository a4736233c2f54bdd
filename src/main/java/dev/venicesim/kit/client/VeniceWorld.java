package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.time.Pause;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * A world of a simulator: what one API key sees, and a handle to arrange and inspect it. Thread-safe. Making one costs no call; it is
 * declared when it has settings and its key is asked for, or when it is first inspected.
 */
public final class VeniceWorld {

    private final String baseUrl;
    private final Enrolment enrolment;
    private final SecureRandom random;
    private final Set<Integer> expected = new CopyOnWriteArraySet<>();
    private Optional<SigningWallet> wallet = Optional.empty();

    VeniceWorld(String baseUrl, Enrolment enrolment, SecureRandom random) {
        this.baseUrl = baseUrl;
        this.enrolment = enrolment;
        this.random = random;
    }

    /** What the client under test takes as its base URL; ends in {@code /api/v1}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** What the client under test takes as its API key. */
    public String apiKey() {
        return enrolment.apiKey();
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
            enrolment.join(made.address());
            wallet = Optional.of(made);
        }
        return wallet.get();
    }

    /** Puts a scenario in place, by the name the server knows it by. */
    public VeniceWorld scenario(String name) {
        change("PUT", "/scenario", Json.object().put("name", name));
        return this;
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
        return new VeniceClock(this);
    }

    /** The money, as it is now. */
    public Account account() {
        return Account.of(read("/account?limit=1000"));
    }

    /** All jobs, the one queued first first; those of one millisecond of the world's clock in no order. */
    public List<Job> jobs() {
        return list("/jobs", "jobs", Job::of).stream()
                .sorted(Comparator.comparing(Job::queuedAt))
                .toList();
    }

    public Job job(String queueId) {
        return Job.of(read("/jobs/" + Enrolment.segment(queueId)));
    }

    /** Ends a job now, by its outcome. */
    public Job finish(String queueId) {
        return decide(queueId, Json.object().put("finish", true));
    }

    /** Decides what becomes of a job: {@code refused}, {@code failed}, {@code stuck} and the others scenario files know. */
    public Job outcome(String queueId, String outcome) {
        return decide(queueId, Json.object().put("outcome", outcome));
    }

    /** What was asked and answered, oldest first. */
    public List<JournalEntry> requests() {
        return list("/requests", "requests", JournalEntry::of);
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
        return new Await(enrolment, Pause.real());
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

    /**
     * Ends this handle: whatever is asked of it from now on throws an {@link IllegalStateException} that says why.
     *
     * @param why what has ended, and what to do instead
     */
    public void end(String why) {
        enrolment.end(why);
    }

    private Job decide(String queueId, JsonNode decision) {
        return Job.of(change("POST", "/jobs/" + Enrolment.segment(queueId), decision));
    }

    private <T> List<T> list(String path, String member, Function<JsonNode, T> read) {
        return StreamSupport.stream(read(path).path(member).spliterator(), false)
                .map(read)
                .toList();
    }

    JsonNode read(String path) {
        return enrolment.read(path);
    }

    JsonNode change(String method, String path, JsonNode body) {
        return enrolment.change(method, path, body);
    }

    @Override
    public String toString() {
        return "VeniceWorld[" + baseUrl
                + enrolment.ended().map(why -> ", ended").orElse("") + "]";
    }
}
