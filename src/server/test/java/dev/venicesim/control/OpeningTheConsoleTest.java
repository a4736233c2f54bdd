package dev.venicesim.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.event.EventLog;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Credential;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the page asks for when it is opened on a store with many worlds, each of which has to be read from somewhere. */
class OpeningTheConsoleTest {

    private static final int WORLDS = 10_000;
    private static final int PAGE = 100;
    private static final int WATCHED = 200;

    private final Set<String> asked = new HashSet<>();
    private final NotingStore store = new NotingStore((world, all) -> asked.add(world));
    private final List<Runnable> alarms = new ArrayList<>();
    private final EventLog events = new EventLog(TestContext.TIME.now());
    private final TestContext test = new TestContext(
            store,
            events,
            (delay, task) -> {
                alarms.add(task);
                return () -> {};
            },
            Runnable::run);

    private static Content.Sink nobody() {
        return new Content.Sink() {
            @Override
            public void send(byte[] bytes) {}

            @Override
            public boolean idle() {
                return true;
            }

            @Override
            public void end() {}
        };
    }

    @Test
    void looksAtAPageOfWorldsAndAtNoOthers() throws Exception {
        var before = test.registry();
        for (var i = 0; i < WORLDS; i++) {
            before.open(Credential.apiKey("key-" + i));
        }
        var after = test.registry();
        var context = test.of(after);
        asked.clear();

        var listed = new WorldCalls(context).page(new WorldPage(0, PAGE));
        assertThat(listed.path("worlds")).hasSize(PAGE);
        assertThat(listed.path("total").asInt()).isEqualTo(WORLDS);
        assertThat(asked).hasSize(PAGE);

        new Metrics(context).show();
        var costs = (Reply.Now) new CostCalls(context.services()).sinceStart();
        assertThat(Json.read(((Content.Bytes) costs.content()).bytes())
                        .path("usd")
                        .asInt())
                .isZero();
        assertThat(asked).hasSize(PAGE);

        var audience = events.stream(world -> true, -1, context.live().due()::watch)
                .opening()
                .apply(nobody());
        List.copyOf(alarms).forEach(Runnable::run);
        assertThat(asked).hasSize(WATCHED);
        audience.gone();
    }
}
