package dev.venicesim.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.Edition;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.drift.ModelDrift;
import dev.venicesim.kit.contract.recording.Recording;
import dev.venicesim.kit.contract.target.Call;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    @Test
    void aSimulatorCarriesTheCatalogueAndPricesThatWereRecorded(@TempDir Path folder) throws InterruptedException {
        var models = folder.resolve("models.json");
        var prices = folder.resolve("prices.json");
        try (var august = Checked.as(Edition.E2026_08_21);
                var meddler = new Meddler(
                        august.baseUrl(),
                        (request, reply) ->
                                request.contains("/quote") ? reply.replacing(reply.text(), "{\"quote\":3}") : reply)) {
            var recording = new Recording(august.target(meddler.baseUrl()), line -> {});
            var list = recording.models();
            WholeFile.write(models, Recording.file(list));
            WholeFile.write(prices, Recording.file(recording.prices(list, Optional.of(folder.resolve("state.json")))));
            var asked = meddler.seen().size();
            recording.prices(list, Optional.of(folder.resolve("state.json")));
            assertThat(meddler.seen()).hasSize(asked);
        }
        try (var served =
                Checked.as(Edition.E2026_08_21, config -> config.models(models).prices(prices))) {
            var list = served.target().ask(Call.get("/models?type=video")).json();
            assertThat(ModelDrift.of(Edition.E2026_08_21, list)).isEmpty();
            var body = Json.object()
                    .put("model", "wan-2.6-text-to-video")
                    .put("duration", "15s")
                    .put("resolution", "720p");
            assertThat(served.target()
                            .ask(Call.post("/video/quote", body))
                            .json()
                            .path("quote")
                            .asInt())
                    .isEqualTo(3);
        }
    }
}
