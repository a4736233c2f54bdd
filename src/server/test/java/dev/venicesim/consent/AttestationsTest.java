package dev.venicesim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AttestationsTest {

    private static final Instant NOW = Instant.parse("2026-06-17T10:00:00Z");

    private static ConsentMedium medium(int number) {
        var id = MediaId.of("https://x/" + number);
        return new ConsentMedium(id, FaceMediaRole.IMAGE, Set.of(), List.of(), 0, 0, MediaBytes.UNKNOWN);
    }

    @Test
    void coversAMediumUnderItsVersionOnly() {
        var memory = Attestations.NONE.attest(List.of(medium(1)), "v2.0", NOW, "q1");

        assertThat(memory.covers(medium(1).id(), "v2.0")).isTrue();
        assertThat(memory.covers(medium(1).id(), "v2.1")).isFalse();
        assertThat(memory.covers(medium(2).id(), "v2.0")).isFalse();
        assertThat(Attestations.NONE.covers(medium(1).id(), "v2.0")).isFalse();
    }

    @Test
    void changesNothingWhenRepeated() {
        var once = Attestations.NONE.attest(List.of(medium(1)), "v2.0", NOW, "q1");

        assertThat(once.attest(List.of(medium(1)), "v2.0", NOW.plusSeconds(9), "q2"))
                .isSameAs(once);
    }

    @Test
    void replacesWhatWasAttestedUnderAnotherVersionAndKeepsTheRest() {
        var memory = Attestations.NONE
                .attest(List.of(medium(1)), "v2.0", NOW, "q1")
                .attest(List.of(medium(2)), "v2.1", NOW, "q2")
                .attest(List.of(medium(1), medium(2)), "v2.1", NOW.plusSeconds(1), "q3");

        assertThat(memory.byMedium().keySet())
                .containsExactly(medium(2).id(), medium(1).id());
        assertThat(memory.byMedium())
                .containsEntry(medium(1).id(), new Attestation(FaceMediaRole.IMAGE, "v2.1", NOW.plusSeconds(1), "q3"))
                .containsEntry(medium(2).id(), new Attestation(FaceMediaRole.IMAGE, "v2.1", NOW, "q2"));
    }

    @Test
    void forgetsOneAndOnlyThat() {
        var memory = Attestations.NONE.attest(List.of(medium(1), medium(2)), "v2.0", NOW, "q1");

        var fewer = memory.revoke(medium(1).id());

        assertThat(fewer.byMedium()).containsOnlyKeys(medium(2).id());
        assertThat(fewer.revoke(medium(1).id())).isSameAs(fewer);
        assertThat(memory.byMedium()).hasSize(2);
    }

    @Test
    void isListedAsTheControlApiPromises() {
        var hashed = new ConsentMedium(
                MediaId.of("sha256:" + "0".repeat(64)),
                FaceMediaRole.REFERENCE_IMAGE,
                Set.of(),
                List.of(),
                0,
                0,
                MediaBytes.UNKNOWN);

        var listed = Json.object().putArray("consents");
        Attestations.NONE.attest(List.of(hashed), "v2.0", NOW, "q1").writeTo(listed);

        assertThat(listed.toString())
                .isEqualTo("[{\"media\":\"sha256:" + "0".repeat(64) + "\",\"role\":\"reference_image\","
                        + "\"version\":\"v2.0\",\"at\":\"2026-06-17T10:00:00Z\",\"queueId\":\"q1\"}]");
    }

    @Test
    void losesNothingToSixtyFourThreads() throws InterruptedException {
        var cell = new AtomicReference<>(Attestations.NONE);
        var pool = Executors.newFixedThreadPool(64);
        for (var i = 0; i < 640; i++) {
            var number = i;
            pool.execute(() -> cell.updateAndGet(
                    memory -> memory.attest(List.of(medium(number % 320), medium(-1)), "v2.0", NOW, "q" + number)));
        }
        pool.shutdown();

        assertThat(pool.awaitTermination(150, TimeUnit.SECONDS)).isTrue();
        assertThat(Objects.requireNonNull(cell.get()).byMedium()).hasSize(321);
    }

    @Test
    void remembersLongUrlsByTheirHash() {
        var longest = "https://x/" + "a".repeat(MediaId.MAX_URL_CHARS - 10);

        assertThat(MediaId.of(longest).text()).isEqualTo(longest);
        assertThat(MediaId.of(longest + "b").text()).startsWith("url-sha256:").hasSize(75);
        assertThat(MediaId.of(longest + "b")).isNotEqualTo(MediaId.of(longest + "c"));
    }

    @Test
    void wantsAVersionThatSaysSomething() {
        assertThatThrownBy(() -> new PolicyVersion(" ", "")).hasMessageContaining("consentVersion is empty");
    }
}
