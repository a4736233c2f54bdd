package dev.venicesim.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.control.pact.PactStates;
import dev.venicesim.event.EventLog;
import dev.venicesim.json.Json;
import dev.venicesim.stub.Stubs;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.UnsentRequest;
import dev.venicesim.world.Credential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call that the document of the control API lists: none looks through a world on the thread that reads requests. */
class CallsOnWorkersTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final String KEY = "a-key";

    private boolean onWorker;
    private int lookedThrough;
    private final NotingStore store = new NotingStore((world, all) -> lookedThrough += all && !onWorker ? 1 : 0);
    private final TestContext test =
            new TestContext(store, new EventLog(TestContext.TIME.now()), (delay, task) -> () -> {}, this::work);

    private void work(Runnable task) {
        onWorker = true;
        task.run();
        onWorker = false;
    }

    private static Stream<String> calls() throws IOException {
        var document = Json.read(((Content.Bytes) ((Reply.Now) new ControlPages().openApi()).content()).bytes());
        var calls = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return calls.stream();
    }

    private ControlApi api() {
        var context = test.of(test.registry());
        context.services().worlds().open(Credential.apiKey(KEY));
        var access = AccessFilter.of(
                "127.0.0.1", Optional.empty(), false, AccessTokens.of(true, Optional.empty(), Optional.empty(), "x"));
        return new ControlApi(access, context, Stubs.under(Optional.empty()), new PactStates(context.services()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void looksThroughAWorldOnAWorkerAlone(String call) {
        var api = api();
        var method = call.substring(0, call.indexOf(' '));
        var path = call.substring(call.indexOf(' ') + 1);
        var target = (path.startsWith(ControlApi.ROOT) ? path : ControlApi.ROOT + path)
                .replace("{id}", KEY)
                .replaceAll("\\{[^}]+}", "1");
        var headers = Headers.of("Host", "127.0.0.1").with("Content-Type", "application/json");
        var body = path.endsWith("/clock") ? "{\"next\":true}" : "{}";
        lookedThrough = 0;

        var unused = api.handle(UnsentRequest.of(
                "http://127.0.0.1", "127.0.0.1", method, target, headers, body.getBytes(StandardCharsets.UTF_8)));

        assertThat(lookedThrough).as(target).isZero();
    }
}
