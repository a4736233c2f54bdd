package dev.venicesim.replay;

import dev.venicesim.api.Operation;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.journal.Bodies;
import dev.venicesim.run.RunFile;
import dev.venicesim.run.RunRequest;
import dev.venicesim.wire.Content;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Player of a run before a target, which has an account and a clock of its own: of the run's requests it sends those
 * that cost nothing, whatever the target answers.
 */
public final class TargetPlayer {

    private static final Pattern FREE = Pattern.compile("GET " + Operation.ROOT + "/[\\w/-]+(?:\\?\\S*)?|POST "
            + Operation.ROOT + "/video/(?:quote|retrieve|complete)");

    /** What of a request's headers says how its body and its reply are to be read. */
    private static final Set<String> SENT_HEADERS = Set.of("content-type", "accept");

    private final RunFile file;
    private final Target target;
    private final Casting casting;
    private final Bodies bodies = new Bodies();

    public TargetPlayer(RunFile file, Target target) {
        this.file = file;
        this.target = target;
        this.casting = new Casting(file);
    }

    /**
     * Plays what can be played; statuses and bodies are compared.
     *
     * @throws dev.venicesim.contract.http.TargetFailure if the target gives no usable answer
     */
    public ReplayReport play() throws InterruptedException {
        var notPlayed = new ArrayList<NotPlayed>();
        var first = Optional.<String>empty();
        var played = 0;
        for (var request : file.requests()) {
            var obstacle = obstacle(request);
            if (obstacle.isPresent()) {
                notPlayed.add(new NotPlayed(request, obstacle.get()));
                continue;
            }
            var answer = answer(target.ask(call(request)));
            played++;
            first = first.or(() ->
                    ReplyDifference.ofStatusOrBody(request.answer(), answer).map(difference -> difference.of(request)));
        }
        return new ReplayReport(played, notPlayed, first);
    }

    private Optional<String> obstacle(RunRequest request) {
        if (request.by().equals("fault")) {
            casting.leaveOut(request);
            return Optional.of("a fault of the simulator answered it");
        }
        if (!FREE.matcher(request.method() + " " + request.target()).matches()) {
            casting.leaveOut(request);
            return Optional.of("it may cost money at a target, or is no request that is known to cost none");
        }
        return casting.obstacle(request);
    }

    private static TargetRequest call(RunRequest request) {
        var headers = new TreeMap<>(request.headers());
        headers.keySet().removeIf(name -> !SENT_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
        return new TargetRequest(
                request.method(),
                request.target().substring(Operation.ROOT.length()),
                TargetRequest.Auth.KEY,
                headers,
                Optional.of(request.body().asText())
                        .filter(text -> request.body().isTextual()));
    }

    private RunRequest.Answer answer(TargetReply reply) {
        var type = reply.header("content-type").orElse("");
        var body = Bodies.json(bodies.of(type, new Content.Bytes(reply.body()), ""));
        return new RunRequest.Answer(reply.status(), Map.of(), body);
    }
}
