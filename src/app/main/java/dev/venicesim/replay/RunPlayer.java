package dev.venicesim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.Simulator;
import dev.venicesim.api.Operation;
import dev.venicesim.json.Json;
import dev.venicesim.run.RunChange;
import dev.venicesim.run.RunFile;
import dev.venicesim.run.RunRequest;
import dev.venicesim.run.RunStep;
import dev.venicesim.world.IdGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;

/**
 * Player of a run: a simulator in this process in which the run's world begins as it began, and a client that asks what
 * was asked, at the instants at which it was.
 */
public final class RunPlayer implements AutoCloseable {

    private static final String CONTROL = "/__sim/worlds";
    private static final int LONGEST_JOURNAL = 1_000_000;

    /** Calls that a run may make: a file of whatever origin chooses among these alone. */
    private static final Pattern CHANGE = Pattern.compile(
            "(?:PUT|PATCH|POST|DELETE) "
                    + "/(?:clock|account|quirks|scenario|faults|faces|media|policy|keys|(?:jobs|consents)(?:/[\\w.:%-]{1,200})?)");

    private final RunFile file;
    private final PlayedTime time;
    private final Simulator simulator;
    private final PlayedClient client;
    private final Casting casting;
    private final Iterator<RunFile.Key> laterKeys;
    private final List<RunRequest> played = new ArrayList<>();
    private final List<NotPlayed> notPlayed = new ArrayList<>();
    private final Deque<String> later = new ConcurrentLinkedDeque<>();
    private Optional<String> issued = Optional.empty();

    private RunPlayer(RunFile file, Stage stage) {
        this.file = file;
        this.time = new PlayedTime(file.began());
        this.casting = new Casting(file);
        this.laterKeys = file.keys().iterator();
        this.simulator = Simulator.start(stage.config(file.edition())
                .time(time)
                .ids(new IdGenerator(this::issuedThen))
                .journal(LONGEST_JOURNAL)
                .build());
        this.client = new PlayedClient(simulator.origin());
    }

    /**
     * Starts a simulator with the run's world in it, as it began.
     *
     * @throws IllegalArgumentException if the run cannot be played before this simulator
     */
    public static RunPlayer open(RunFile file, Stage stage) throws InterruptedException {
        if (file.begin().isEmpty() || !file.missing().isEmpty()) {
            throw new IllegalArgumentException("the run cannot be played again: "
                    + file.missing().stream().findFirst().orElse("its beginning is not in it"));
        }
        if (file.keys().isEmpty()) {
            throw new IllegalArgumentException("the run cannot be played again: its world has no API key");
        }
        var player = new RunPlayer(file, stage);
        try {
            player.declare(stage);
            return player;
        } catch (IOException e) {
            player.close();
            throw new IllegalStateException("a simulator of this process does not answer", e);
        } catch (RuntimeException e) {
            player.close();
            throw e;
        }
    }

    private void declare(Stage stage) throws IOException, InterruptedException {
        var body = Json.object().put("apiKey", laterKeys.next().standIn());
        file.wallet().ifPresent(address -> body.put("walletAddress", address));
        stage.edition().ifPresent(edition -> body.put("edition", edition.id()));
        if (!stage.quirks().isEmpty()) {
            stage.quirks().forEach(body.putObject("quirks")::put);
        }
        body.set("snapshot", file.begin().orElseThrow());
        var answer = client.control("POST", CONTROL, "application/json", Json.bytes(body));
        if (answer.status() != 201) {
            throw new IllegalArgumentException("the run cannot be played again: "
                    + answer.json().path("detail").asText());
        }
    }

    /** Plays all of it, or as far as the request of this number, which is played too. */
    public Played play(long last) throws InterruptedException {
        try {
            var steps = file.steps().iterator();
            for (var reached = 0L; reached < last && steps.hasNext(); ) {
                var step = steps.next();
                play(step);
                reached = step instanceof RunRequest request ? request.n() : reached;
            }
            return new Played(List.copyOf(played), List.copyOf(notPlayed), now());
        } catch (IOException e) {
            throw new IllegalStateException("a simulator of this process does not answer", e);
        }
    }

    /** Plays all of it. */
    public Played play() throws InterruptedException {
        return play(Long.MAX_VALUE);
    }

    private void play(RunStep step) throws IOException, InterruptedException {
        time.set(step.real());
        if (step instanceof RunChange change) {
            change(change);
        } else if (step instanceof RunRequest request) {
            var obstacle = casting.obstacle(request);
            if (obstacle.isPresent()) {
                notPlayed.add(new NotPlayed(request, obstacle.get()));
            } else {
                ask(request);
            }
        }
    }

    private void ask(RunRequest request) throws IOException, InterruptedException {
        issued = request.job();
        var answer = client.ask(request, casting.target(request), casting.key(request));
        issued = Optional.empty();
        played.add(request);
        var address = answer.path("download_url").asText();
        if (!address.isEmpty()) {
            casting.link(
                    answer.path("queue_id").asText(request.job().orElse("")),
                    URI.create(address).getRawPath());
        }
    }

    private Optional<String> issuedThen() {
        var id = issued;
        issued = Optional.empty();
        return id.or(() -> Optional.ofNullable(later.poll()));
    }

    private void change(RunChange change) throws IOException, InterruptedException {
        if (!CHANGE.matcher(change.method() + " " + change.path()).matches()) {
            throw new IllegalArgumentException("the run cannot be played again: it has a call of the control API that "
                    + "changes no world, " + change.method() + " " + change.path());
        }
        var path = CONTROL + "/" + file.keys().get(0).standIn() + change.path();
        var answer = client.control(
                change.method(), path, change.type(), change.body().getBytes(StandardCharsets.UTF_8));
        if (change.path().equals("/keys") && laterKeys.hasNext()) {
            casting.admit(laterKeys.next().name(), answer.json().path("apiKey").asText());
        }
    }

    private RunFile now() throws IOException, InterruptedException {
        return RunFile.read(
                client.control("GET", CONTROL + "/" + file.keys().get(0).standIn() + "/run", "", new byte[0])
                        .body());
    }

    /** Whether the simulator knows a model in the edition that it plays. */
    boolean knows(String model, String edition) throws InterruptedException {
        try {
            return client.control("GET", "/__sim/models/" + model + "?edition=" + edition, "", new byte[0])
                            .status()
                    == 200;
        } catch (IOException e) {
            throw new IllegalStateException("a simulator of this process does not answer", e);
        }
    }

    /**
     * Lets the world's time go on, for a client that takes over; returns the key that it shows. The ids that were issued
     * after the request of a number are issued again, so that a client that does the same is told the same.
     */
    public String handOver(long last) {
        file.requests().stream()
                .filter(request -> request.n() > last)
                .filter(request -> request.target().endsWith(Operation.ROOT + "/video/queue"))
                .forEach(request -> request.job().ifPresent(later::add));
        time.run();
        return file.keys().get(0).standIn();
    }

    /** The simulator before which it is played. */
    public Simulator simulator() {
        return simulator;
    }

    @Override
    public void close() {
        simulator.close();
    }

    /** Reply of the simulator. */
    record Answer(int status, byte[] body) {
        JsonNode json() throws IOException {
            return Json.readOwn(body);
        }
    }
}
