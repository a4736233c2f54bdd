package dev.venicesim.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.api.Operation;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.download.DownloadLinks;
import dev.venicesim.download.LinkSigner;
import dev.venicesim.jobs.Pace;
import dev.venicesim.journal.Journals;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.money.Usd;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.scenario.ScenarioRepository;
import dev.venicesim.service.Editions;
import dev.venicesim.service.Services;
import dev.venicesim.stub.Stubs;
import dev.venicesim.time.TimeSource;
import dev.venicesim.time.WorldClock;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.Credential;
import dev.venicesim.world.IdGenerator;
import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.OpeningBalances;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldConfiguration;
import dev.venicesim.world.WorldDeclaration;
import dev.venicesim.world.WorldRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private static final Instant START = Instant.parse("2031-05-04T03:02:01Z");
    private static final Instant LATER = START.plusSeconds(86_400);

    private final Services services = services();
    private final World world = services.worlds().open(Credential.apiKey("one"));
    private final List<Runnable> alarms = new ArrayList<>();
    private final Map<Operation, OperationHandler> handlers = new EnumMap<>(Operation.class);

    PipelineTest() {
        for (var operation : Operation.values()) {
            handlers.put(operation, exchange -> OperationResult.of(Reply.empty(200)));
        }
    }

    private static Services services() {
        var behaviour = new WorldConfiguration.Behaviour(
                TestEditions.JUNE, ScenarioDefinition.NONE, Pace.parse("5s"), true, QuirkSettings.defaults(), false, 0);
        var plain = WorldDeclaration.plain(behaviour, OpeningBalances.of(Usd.ofCents(100)));
        var ids = new IdGenerator();
        var time = standing();
        var store = new MemoryStore();
        return new Services(
                new WorldRegistry(store, time, ids, new WorldRegistry.Plan(plain, 10, id -> {})),
                new AccountService(store, (world, job) -> true),
                new Editions(Catalog::of, PriceBook::of),
                new DownloadLinks(new LinkSigner(new byte[LinkSigner.KEY_BYTES])),
                ids,
                time,
                new Journals(100),
                new ScenarioRepository());
    }

    private static TimeSource standing() {
        return new TimeSource() {
            @Override
            public Instant now() {
                return START;
            }

            @Override
            public long nanos() {
                return 0;
            }
        };
    }

    private Pipeline pipeline() {
        var waits = new Pipeline.Waits(
                new PendingReplies(),
                (delay, task) -> {
                    alarms.add(task);
                    return () -> {};
                },
                Runnable::run,
                Runnable::run);
        return new Pipeline(services, handlers, Stubs.under(Optional.empty()), waits);
    }

    private Reply.Now answer(String method, String path) {
        return (Reply.Now) pipeline().handle(SentRequest.of(method, path));
    }

    private List<RequestRecord> entries() {
        return services.journals().opened(world.id()).entries();
    }

    private void moveClock() {
        world.change(settings -> settings.withClock(new WorldClock(START, LATER, 1, true)));
    }

    private void changeEdition() {
        world.change(settings -> settings.withBehaviour(settings.behaviour().withEdition(TestEditions.AUGUST)));
    }

    @Test
    void speaksOfTheWorldAsTheRequestFoundIt() {
        handlers.put(Operation.RETRIEVE, exchange -> {
            changeEdition();
            moveClock();
            return OperationResult.of(Reply.empty(200));
        });

        var before = answer("POST", "/api/v1/video/retrieve");
        var after = answer("POST", "/api/v1/video/retrieve");

        assertThat(before.headers()).containsEntry("x-venice-version", TestEditions.JUNE.apiVersion());
        assertThat(after.headers()).containsEntry("x-venice-version", TestEditions.AUGUST.apiVersion());
        assertThat(entries()).extracting(RequestRecord::at).containsExactly(START, LATER);
    }

    @Test
    void asksTheOperationByTheClockAsItIsAfterADelay() {
        var slow = services.scenarioRepository()
                .read("slow", "{\"faults\":[{\"on\":\"retrieve\",\"phase\":\"before\",\"delay\":\"2s\"}]}");
        world.change(settings -> settings.withBehaviour(settings.behaviour().playing(slow)));
        var asked = new ArrayList<Instant>();
        handlers.put(Operation.RETRIEVE, exchange -> {
            asked.add(exchange.now());
            return OperationResult.of(Reply.empty(200));
        });

        var reply = pipeline().handle(SentRequest.of("POST", "/api/v1/video/retrieve"));
        assertThat(asked).isEmpty();
        moveClock();
        alarms.forEach(Runnable::run);

        assertThat(asked).containsExactly(LATER);
        assertThat(reply.stage().toCompletableFuture()).isCompletedWithValueMatching(now -> now.status() == 200);
    }

    @Test
    void writesDownWhateverIsAnswered() {
        answer("GET", "/api/v1/models");
        answer("GET", "/api/v1/nothing");
        answer("PATCH", "/api/v1/video/queue");
        pipeline().tooLarge(SentRequest.of("POST", "/api/v1/video/queue"));

        assertThat(entries())
                .extracting(RequestRecord::endpoint)
                .containsExactly("models", "unknown", "unknown", "queue");
        assertThat(entries()).extracting(RequestRecord::status).containsExactly(200, 404, 405, 413);
    }

    @Test
    void countsWhatReachesNoOperationForNothing() {
        for (int i = 0; i < 100; i++) {
            answer("GET", "/api/v1/nothing");
            pipeline().tooLarge(SentRequest.of("POST", "/api/v1/video/queue"));
        }

        assertThat(answer("POST", "/api/v1/video/queue").status()).isEqualTo(200);
    }

    @Test
    void writesNothingDownOfADeadLinkOrAPreflight() {
        var reply = answer("GET", Operation.LINKS + "forged");
        var preflight = answer("OPTIONS", "/api/v1/video/queue");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers()).doesNotContainKey("x-venice-version");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(services.journals().meter().requests().total()).isZero();
    }

    @Test
    void needsAnAnswerForEveryOperation() {
        handlers.remove(Operation.COMPLETE);

        assertThatThrownBy(this::pipeline).hasMessage("nothing answers COMPLETE");
    }
}
