package dev.venicesim.stub;

import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mappings of a server. WireMock is initialised when there are some, or when somebody uses its admin API. */
public final class Stubs {

    /** Where WireMock's clients are pointed, as their path prefix. */
    public static final String PREFIX = "/__sim/stubs";

    /** What has to be on the class path. */
    static final String COORDINATES = "org.wiremock:wiremock-standalone:3.13.2";

    private final Optional<Path> root;
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

    /** Whether some mapping would take a request; costs next to nothing if there are none. */
    public boolean matches(Request request) {
        var running = engine;
        return running != null && running.matches(request);
    }

    /** The answer of the mapping that matches; empty if none does. May read a file and render a template, so it is asked off the I/O threads. */
    public Optional<StubAnswer> answer(Request request) {
        var running = engine;
        return running == null ? Optional.empty() : running.answer(request);
    }

    /** WireMock's admin API; the request's path is what follows {@link #PREFIX}. */
    public Reply.Now admin(Request request) {
        return engine().admin(request);
    }

    /** The mappings that came closest to a request none of them matched, each with what was in the way. */
    public List<String> nearMisses(Request request) {
        var running = engine;
        return running == null ? List.of() : running.nearMisses(request);
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
        boolean matches(Request request);

        Optional<StubAnswer> answer(Request request);

        Reply.Now admin(Request request);

        List<String> nearMisses(Request request);
    }
}
