package dev.venicesim.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Worlds in which anything happened, taken from one store and put into another. */
class SnapshotPropertyTest {

    private static @Nullable Sim memory;
    private static @Nullable Sim file;

    @BeforeContainer
    static void start() throws IOException {
        var folder = Files.createTempDirectory("snapshots");
        memory = Sim.start();
        file = Sim.start(config -> config.store("file:" + folder.resolve("store")));
    }

    @AfterContainer
    static void stop() {
        memory.close();
        file.close();
    }

    @Property(tries = 60)
    void aWorldGoesOnInAnotherStoreAsInItsOwn(
            @ForAll @IntRange(max = 1000) int declared,
            @ForAll @Size(max = 25) List<@IntRange(max = 1000) Integer> before,
            @ForAll @Size(max = 8) List<@IntRange(max = 1000) Integer> after,
            @ForAll boolean fromFile) {
        var from = fromFile ? file : memory;
        var to = fromFile ? memory : file;
        var original = new WorldSteps(from, "VENICE_INFERENCE_KEY_original");
        original.declare(declared);
        before.forEach(original::step);
        // whoever looks at a world settles what is due
        original.control().get("");
        var taken = original.control().get("/snapshot");
        assertThat(taken.text()).doesNotContain("VENICE_INFERENCE_KEY_original");

        to.control().delete("/worlds/" + original.key());
        var restored = restore(to, taken.text(), original.key());
        assertThat(restored.status()).as(restored.toString()).isEqualTo(201);
        var twin = original.before(to, original.key(), restored);
        assertThat(comparable(twin.control().get("/snapshot").json())).isEqualTo(comparable(taken.json()));

        from.control().delete("/worlds/fork");
        var forked = restore(from, taken.text(), "fork");
        assertThat(forked.status()).as(forked.toString()).isEqualTo(201);
        var fork = original.before(from, "fork", forked);

        var answers = answers(original, after);
        assertThat(answers(twin, after)).isEqualTo(answers);
        assertThat(answers(fork, after)).isEqualTo(answers);
        for (var view : List.of("/account", "/consents", "/clock")) {
            assertThat(withoutQueueIds(twin.control().get(view).text()))
                    .isEqualTo(withoutQueueIds(original.control().get(view).text()))
                    .isEqualTo(withoutQueueIds(fork.control().get(view).text()));
        }
    }

    private static List<String> answers(WorldSteps steps, List<Integer> numbers) {
        return numbers.stream()
                .map(number -> inAnyOrder(withoutQueueIds(steps.step(number))))
                .toList();
    }

    /** Jobs of the same millisecond are listed by the random part of their ids. */
    private static String inAnyOrder(String listing) {
        var begin = listing.indexOf("{\"queueId\"");
        if (begin < 0) {
            return listing;
        }
        var end = listing.lastIndexOf(']');
        var jobs = listing.substring(begin, end).split(",(?=\\{\"queueId\")", -1);
        Arrays.sort(jobs);
        return listing.substring(0, begin) + String.join(",", jobs) + listing.substring(end);
    }

    /** Jobs that are queued after the fork have ids of their own, and videos, which show them, a size of their own. */
    private static String withoutQueueIds(String text) {
        return text.replaceAll("^200 [0-9]+$", "200 video")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "queue-id");
    }

    private static Http.Answer restore(Sim sim, String snapshot, String key) {
        return sim.control().post("/worlds", "{\"apiKey\":\"" + key + "\",\"snapshot\":" + snapshot + "}");
    }

    /** All but when it was taken, in real time. */
    private static JsonNode comparable(JsonNode snapshot) {
        var copy = (ObjectNode) snapshot.deepCopy();
        copy.remove("takenAt");
        ((ObjectNode) copy.at("/state/settings").get("").get("clock")).remove("real");
        copy.at("/state/link").forEach(link -> ((ObjectNode) link).remove("underWay"));
        return copy;
    }
}
