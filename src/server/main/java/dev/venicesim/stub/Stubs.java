package dev.venicesim.stub;

import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The mappings of a server. WireMock is initialised when there are some, or when somebody uses its admin API. */
public final class Stubs {

    /** Where WireMock's clients are pointed, as their path prefix. */
    public static final String PREFIX = "/__sim/stubs";

    /** What has to be on the class path. */
    static final String COORDINATES = "org.wiremock:wiremock-standalone:3.13.2";

    private final Optional<Path> root;
    private final StubThreads threads = new StubThreads();
    private volatile @Nullable Engine engine;

    private Stubs(Optional<Path> root) {
        this.root = root;
    }

    /**
     * The mappings under a folder with {@code mappings} and {@code __files}, or none.
     *
     * @throws StubsException if one cannot be read
     */
    public static Stubs under(Optional<Path> root) {
        var stubs = new Stubs(root);
        root.ifPresent(given -> stubs.engine());
        return stubs;
    }

    /** Whether some mapping may take a request, by method and path; costs next to nothing on any thread. */
    public boolean comesNear(Request request) {
        var running = engine;
        return running != null && running.comesNear(request);
    }

    /** The answer of the mapping that matches; empty if none does. Comes on a thread of the mappings' own. */
    public CompletionStage<Optional<StubAnswer>> answer(Request request) {
        var running = engine;
        return running == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : threads.run(
                        () -> running.answer(request),
                        late -> Optional.of(StubResponses.overdue(String.valueOf(late.getMessage()))));
    }

    /** WireMock's admin API; the request's path is what follows {@link #PREFIX}. */
    public CompletionStage<Reply.Now> admin(Request request) {
        // what WireMock takes to begin is no fault of the request
        var running = engine == null ? threads.runOwn(this::engine) : CompletableFuture.completedFuture(engine());
        return running.thenCompose(engine -> threads.run(
                        () -> engine.admin(request), late -> AdminRefusals.overdue(String.valueOf(late.getMessage()))))
                .exceptionally(Stubs::missing);
    }

    private static Reply.Now missing(Throwable failure) {
        if (failure.getCause() instanceof StubsException missing) {
            return AdminRefusals.missing(String.valueOf(missing.getMessage()));
        }
        throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
    }

    /** The mappings that came closest to a request none of them matched, each with what was in the way. */
    public CompletionStage<List<String>> nearMisses(Request request) {
        var running = engine;
        return running == null
                ? CompletableFuture.completedFuture(List.of())
                : threads.run(() -> running.nearMisses(request), late -> List.of(String.valueOf(late.getMessage())));
    }

    private Engine engine() {
        var running = engine;
        if (running != null) {
            return running;
        }
        synchronized (this) {
            var made = engine;
            if (made == null) {
                made = start(root);
                engine = made;
            }
            return made;
        }
    }

    private static Engine start(Optional<Path> root) {
        try {
            return new WireMockEngine(root);
        } catch (LinkageError e) {
            throw new StubsException("stubs need WireMock; add " + COORDINATES + " to the class path", e);
        }
    }

    /** What evaluates mappings; keeps WireMock's types out of this class. */
    interface Engine {
        boolean comesNear(Request request);

        Optional<StubAnswer> answer(Request request);

        Reply.Now admin(Request request);

        List<String> nearMisses(Request request);
    }
}
