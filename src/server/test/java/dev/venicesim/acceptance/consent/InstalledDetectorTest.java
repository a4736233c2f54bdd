package dev.venicesim.acceptance.consent;

import static dev.venicesim.acceptance.consent.Wire.assertAccepted;
import static dev.venicesim.acceptance.consent.Wire.assertAsks;
import static dev.venicesim.acceptance.consent.Wire.queue;

import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.consent.FacePicture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A detector found through ServiceLoader sees the very bytes that were sent, in bodies small and large. */
class InstalledDetectorTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void looksAtTheBytesItself(int padding) {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld();
            var pad = "x".repeat(padding);
            var ada = Pictures.reencoded(FacePicture.NO_FACE, pad + FindsAda.SIGNATURE);
            var nobody = Pictures.reencoded(FacePicture.NO_FACE, pad + "a portrait of nobody");

            assertAsks(queue(world.api(), Seedance.animating(Pictures.dataUrl(ada))), TestEditions.JUNE, "image");
            assertAccepted(queue(world.api(), Seedance.animating(Pictures.dataUrl(nobody))));
        }
    }
}
