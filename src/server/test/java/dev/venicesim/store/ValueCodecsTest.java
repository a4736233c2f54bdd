package dev.venicesim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.billing.AccountPart;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Pace;
import dev.venicesim.journal.SentReply;
import dev.venicesim.json.Json;
import dev.venicesim.limits.LimitState;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.scenario.ScenarioLibrary;
import dev.venicesim.scenario.ScenarioRepository;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.WorldConfiguration;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueCodecsTest {

    private static final String EVERYTHING = """
        description: Whatever a scenario can say.
        edition: 2026-06-17
        balanceUsd: 5.00
        diem: 3
        seed: 7
        jobTime: polls:3
        policy:
          - words: [blood, "a, b"]
          - prompt: "(?i)war"
            at: provider
            recommendedModel: wan-2.6-text-to-video
        jobs:
          - when: { model: "seedance-*", nth: [1, 3] }
            time: 40s
            outcome: { refused: { recommendedModel: wan-2.6-text-to-video } }
          - when: { nth: { every: 2 }, chance: 0.5 }
            outcome: stuck
          - when: { nth: { from: 4 }, prompt: "x+" }
            averageTime: 90s
            outcome: { failed: { message: broken } }
        faults:
          - on: retrieve
            nth: 2
            respond: { status: 503, body: { error: [1, 2.5, null] } }
          - on: queue
            delay: 2s
        """;

    private final ValueCodecs codecs = new ValueCodecs();

    private <T> String written(Class<T> type, T value) throws IOException {
        var text = new StringWriter();
        try (var to = Json.mapper().getFactory().createGenerator(text)) {
            codecs.of(type).write(to, value);
        }
        return text.toString();
    }

    private <T> T read(Class<T> type, String json) throws IOException {
        return codecs.of(type).read(Json.readOwn(json.getBytes(StandardCharsets.UTF_8)));
    }

    private <T> void assertComesBack(Class<T> type, T value) throws IOException {
        assertThat(read(type, written(type, value))).isEqualTo(value);
    }

    @Test
    void everythingAWorldHoldsHasAForm() {
        StateKinds.all().stream()
                .filter(kind -> !kind.equals(StateKinds.ACCOUNT))
                .forEach(kind -> assertThatCode(() -> codecs.of(kind.type()))
                        .as(kind.name())
                        .doesNotThrowAnyException());
        for (var part : AccountPart.values()) {
            assertThatCode(() -> codecs.of(part.type())).as(part.label()).doesNotThrowAnyException();
        }
    }

    @Test
    void everyKindIsListed() throws IllegalAccessException {
        for (var field : StateKinds.class.getFields()) {
            assertThat(StateKinds.all()).as(field.getName()).anyMatch(kind -> isValue(field, kind));
        }
        assertThat(StateKinds.all()).extracting(kind -> kind.name()).doesNotHaveDuplicates();
    }

    private static boolean isValue(java.lang.reflect.Field field, Object kind) {
        try {
            return field.get(null).equals(kind);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aReplyThatIsUnderWayComesBackAsOneThatCanEnd() throws IOException {
        var underWay = read(SentReply.class, written(SentReply.class, new SentReply()));
        assertThat(underWay.isStreamed()).isTrue();
        assertThat(underWay.end()).isEmpty();
        underWay.ended(10, 20);
        assertThat(read(SentReply.class, written(SentReply.class, underWay)).end())
                .contains(new SentReply.End(10, 20));
        assertThat(read(SentReply.class, written(SentReply.class, SentReply.NONE)))
                .isSameAs(SentReply.NONE);
    }

    @Test
    void scenariosComeBack() throws IOException {
        var scenarios = new ScenarioRepository();
        assertComesBack(ScenarioDefinition.class, scenarios.read("everything", EVERYTHING));
        for (var name : ScenarioLibrary.READY_MADE) {
            assertComesBack(ScenarioDefinition.class, scenarios.find(name).orElseThrow());
        }
    }

    @Test
    void outcomesAndPacesComeBack() throws IOException {
        for (var outcome : List.of(
                new Outcome.Completes(),
                new Outcome.Refused(Optional.of("m"), Optional.of(false)),
                new Outcome.Refused(Optional.empty(), Optional.empty()),
                new Outcome.Rejected(422, "no", false),
                new Outcome.Fails("\u00e9\"\n\ud83c\udfac"),
                new Outcome.AtCapacity(3),
                new Outcome.Unfetchable(1),
                new Outcome.Stuck(),
                new Outcome.Purged(),
                new Outcome.Placeholder())) {
            assertComesBack(Outcome.class, outcome);
        }
        assertComesBack(Pace.class, new Pace.Timed(Duration.ofMillis(1500)));
        assertComesBack(Pace.class, new Pace.Realistic());
        assertComesBack(LimitState.class, LimitState.EMPTY);
    }

    @Test
    void equalBehavioursAreReadAsOneObject() throws IOException {
        var behaviour = new WorldConfiguration.Behaviour(
                ApiEdition.latest(),
                ScenarioDefinition.NONE,
                new Pace.Polls(2),
                true,
                QuirkSettings.defaults().with("complete", "400"),
                false,
                5);
        var json = written(WorldConfiguration.Behaviour.class, behaviour);
        var one = read(WorldConfiguration.Behaviour.class, json);
        assertThat(one).isEqualTo(behaviour);
        assertThat(read(WorldConfiguration.Behaviour.class, json)).isSameAs(one);
    }

    @Test
    void whatAnotherVersionWroteIsReadAsFarAsItIsKnown() throws IOException {
        assertThat(read(Pace.class, "{\"is\":\"Polls\",\"count\":2,\"since\":\"a later version\"}"))
                .isEqualTo(new Pace.Polls(2));
        assertThat(read(Outcome.class, "{\"is\":\"Refused\"}"))
                .isEqualTo(new Outcome.Refused(Optional.empty(), Optional.empty()));
        assertThatThrownBy(() -> read(Outcome.class, "{\"is\":\"Rejected\",\"status\":422}"))
                .hasMessage("a stored Rejected lacks \"message\"");
        assertThatThrownBy(() -> read(Pace.class, "{\"is\":\"Warped\"}"))
                .hasMessageContaining("\"Warped\", which this version does not know");
    }
}
