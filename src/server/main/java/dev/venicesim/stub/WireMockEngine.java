package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.admin.NotFoundException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** WireMock without its server: its own matching, templating, scenarios and admin API, asked from ours. */
final class WireMockEngine implements Stubs.Engine {

    private static final int JOURNAL = 100;

    private static final WireMockLog LOG = new WireMockLog();

    private final WireMockHandlers handlers = new WireMockHandlers();
    private final WireMockServer wireMock;
    private final JournalMemory memory;
    private volatile StubIndex stubIndex;

    WireMockEngine(Optional<Path> root) {
        var files = new ReadOnlyFiles(
                root.orElse(Path.of("no-stubs-folder-was-given")).toFile());
        var source = new ReadOnlyMappings(root);
        source.check();
        this.memory = JournalMemory.ofHeap(this::forget);
        this.wireMock = new WireMockServer(WireMockConfiguration.options()
                .httpServerFactory(handlers)
                .fileSource(files)
                .mappingSource(source)
                .notifier(LOG)
                .stubRequestLoggingDisabled(true)
                .maxRequestJournalEntries(JOURNAL)
                .extensionScanningEnabled(false)
                .extensions(new TemplateBounds(), memory)
                .httpClientFactory(new NoCalls())
                .notMatchedRendererFactory(extensions -> new UnmatchedRenderer()));
        this.stubIndex = new StubIndex(wireMock.getStubMappings());
    }

    /** Forgets a request that was kept for verification. */
    private void forget(UUID event) {
        wireMock.removeServeEvent(event);
    }

    /** One at a time: whoever looked first must not have the last word. */
    private synchronized void lookAgain() {
        stubIndex = new StubIndex(wireMock.getStubMappings());
    }

    @Override
    public boolean comesNear(Request request) {
        var known = stubIndex;
        return !known.isEmpty() && known.comesNear(request.method(), request.path());
    }

    /** Matching comes first and alone: WireMock's own way to a miss costs ten times as much. */
    @Override
    public Optional<StubAnswer> answer(Request request) {
        var asked = new WireRequest(request, request.path());
        try {
            if (!stubIndex.takes(asked)) {
                return Optional.empty();
            }
            var response = ask(handlers.stubs(), asked);
            return response.wasConfigured() ? Optional.of(StubResponses.answer(response)) : Optional.empty();
        } catch (NotFoundException e) {
            return Optional.of(StubResponses.withoutFile(String.valueOf(e.getMessage())));
        } catch (Exception | StackOverflowError e) {
            // WireMock throws checked ones, too, without saying so; a pattern or a template that breaks is its author's
            // business, and is told to whoever asks
            LOG.info("a stub broke: " + e);
            return Optional.of(StubResponses.broken(e));
        }
    }

    @Override
    public Reply.Now admin(Request request) {
        var path = request.path().substring(Stubs.PREFIX.length());
        var refused = AdminRefusals.of(request.method(), path);
        if (refused.isPresent()) {
            return refused.get();
        }
        var asked = new WireRequest(request, path);
        try {
            var outside = OutsideSchemas.in(asked.getBodyAsString());
            if (outside.isPresent()) {
                return AdminRefusals.outside(outside.get());
            }
            if (path.startsWith("/__admin/settings")
                    && asked.getBodyAsString().strip().equals("null")) {
                // taken by WireMock, and every mapping breaks from then on
                return AdminRefusals.unreadable();
            }
            var response = ask(handlers.admin(), asked);
            return response.getStatus() < 500 ? StubResponses.reply(response) : AdminRefusals.unreadable();
        } catch (Exception | StackOverflowError e) {
            // WireMock breaks on a document of another shape instead of refusing it
            LOG.info("the admin API broke: " + e);
            return AdminRefusals.unreadable();
        } finally {
            lookAgain();
        }
    }

    @Override
    public List<String> nearMisses(Request request) {
        if (stubIndex.isEmpty()) {
            return List.of();
        }
        var logged = LoggedRequest.createFrom(new WireRequest(request, request.path()));
        try {
            return wireMock.findNearMissesFor(logged).stream()
                    .map(NearMisses::line)
                    .toList();
        } catch (Exception | StackOverflowError e) {
            // as where a stub is looked for: what breaks on a request's body is told, and shows the request all the
            // same
            LOG.info("near misses broke: " + e);
            return List.of("near misses cannot be worked out: " + e.getClass().getSimpleName());
        }
    }

    private static Response ask(RequestHandler handler, WireRequest asked) {
        var answer = new Response[] {Response.notConfigured()};
        // the handler is called back before it returns
        handler.handle(asked, (request, response, attributes) -> answer[0] = response, null);
        return answer[0];
    }
}
