package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.admin.NotFoundException;
import com.github.tomakehurst.wiremock.common.NetworkAddressRules;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** WireMock without its server: its own matching, templating, scenarios and admin API, asked from ours. */
final class WireMockEngine implements Stubs.Engine {

    private static final int JOURNAL = 100;

    /** No mapping may make the simulator call another machine. */
    private static final NetworkAddressRules NOWHERE = NetworkAddressRules.builder()
            .deny("0.0.0.0-255.255.255.255")
            .deny("*")
            .build();

    private final Handlers handlers = new Handlers();
    private final WireMockServer wireMock;
    private volatile Doors doors;

    WireMockEngine(Optional<Path> root) {
        var files = new ReadOnlyFiles(
                root.orElse(Path.of("no-stubs-folder-was-given")).toFile());
        var source = new ReadOnlyMappings(root);
        source.check();
        this.wireMock = new WireMockServer(WireMockConfiguration.options()
                .httpServerFactory(handlers)
                .fileSource(files)
                .mappingSource(source)
                .notifier(new Quiet())
                .stubRequestLoggingDisabled(true)
                .maxRequestJournalEntries(JOURNAL)
                .extensionScanningEnabled(false)
                .limitProxyTargets(NOWHERE)
                .notMatchedRendererFactory(extensions -> new NothingRendered()));
        this.doors = new Doors(wireMock.getStubMappings());
    }

    /** Matching alone: WireMock's own way to a miss costs ten times as much. */
    @Override
    public boolean matches(Request request) {
        var known = doors;
        return !known.isEmpty() && known.open(new WireRequest(request, request.path()));
    }

    @Override
    public Optional<StubAnswer> answer(Request request) {
        try {
            var response = ask(handlers.stubs(), new WireRequest(request, request.path()));
            return response.wasConfigured() ? Optional.of(Responses.answer(response)) : Optional.empty();
        } catch (NotFoundException e) {
            return Optional.of(Responses.withoutFile(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Reply.Now admin(Request request) {
        var path = request.path().substring(Stubs.PREFIX.length());
        var refused = Refusals.of(request.method(), path);
        if (refused.isPresent()) {
            return refused.get();
        }
        var response = ask(handlers.admin(), new WireRequest(request, path));
        doors = new Doors(wireMock.getStubMappings());
        return Responses.reply(response);
    }

    @Override
    public List<String> nearMisses(Request request) {
        if (doors.isEmpty()) {
            return List.of();
        }
        var logged = LoggedRequest.createFrom(new WireRequest(request, request.path()));
        return wireMock.findNearMissesFor(logged).stream().map(NearMisses::line).toList();
    }

    private static Response ask(RequestHandler handler, WireRequest asked) {
        var answer = new Response[] {Response.notConfigured()};
        // the handler is called back before it returns
        handler.handle(asked, (request, response, attributes) -> answer[0] = response, null);
        return answer[0];
    }
}
