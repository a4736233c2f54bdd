package dev.venicesim.contract.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fetch of many quotes over a few connections: at most twelve a second of an API that others use, as fast as they come
 * of one on this machine. The vendor's own script asks ten a second. Source:
 * docs/api/edition-2026-10-02.md#quotes-that-need-the-clip.
 */
final class QuoteFetch {

    private static final int CONNECTIONS = 4;
    private static final Duration BETWEEN_TWO_OF_A_CONNECTION = Duration.ofMillis(333);

    private final Target target;
    private final Notebook notes;

    QuoteFetch(Target target, Notebook notes) {
        this.target = target;
        this.notes = notes;
    }

    /**
     * Asks for what the notebook does not have.
     *
     * @throws dev.venicesim.contract.http.TargetFailure if the target gives no usable answer
     */
    void all(List<ObjectNode> bodies) throws InterruptedException {
        var unknown = bodies.stream().filter(body -> !notes.has(body)).toList();
        var workers = Executors.newFixedThreadPool(CONNECTIONS);
        var asked = new ArrayList<Future<?>>();
        try {
            for (var body : unknown) {
                asked.add(workers.submit(() -> ask(body)));
            }
            for (var one : asked) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
            notes.save();
        }
    }

    private Void ask(ObjectNode body) throws InterruptedException {
        notes.quote(body);
        if (!target.isOnThisMachine()) {
            target.pause().sleep(BETWEEN_TWO_OF_A_CONNECTION);
        }
        return null;
    }
}
