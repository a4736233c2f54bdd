package dev.venicesim.control.pact;

import dev.venicesim.consent.FaceRegister;
import dev.venicesim.consent.MediaBytes;
import dev.venicesim.consent.MediaId;
import dev.venicesim.consent.MediaRole;
import dev.venicesim.consent.Medium;
import dev.venicesim.consent.PolicyVersion;
import dev.venicesim.world.Consents;
import dev.venicesim.world.Purse;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** States of media, faces and consent. */
final class MediaStates {

    private MediaStates() {}

    static void face(Scene scene) {
        register(scene, "face");
    }

    static void minor(Scene scene) {
        register(scene, "minor");
    }

    static void publicFigure(Scene scene) {
        register(scene, "public_figure");
    }

    static void attestedFace(Scene scene) {
        register(scene, "face");
        var consents = new Consents(scene.desk().world().worlds());
        var version = consents.policy(scene.world())
                .orElseGet(PolicyVersion::documented)
                .version();
        var medium = new Medium(
                MediaId.parse(scene.text("media")), MediaRole.IMAGE, Set.of(), List.of(), 0, 0, MediaBytes.UNKNOWN);
        var job = scene.desk().world().ids().uuidV7(scene.now());
        var given = new Consents.Given(List.of(medium), version, scene.now(), job);
        for (var purse : Purse.values()) {
            consents.remember(scene.world(), purse, given);
        }
    }

    private static void register(Scene scene, String label) {
        var media = scene.text("media");
        try {
            var register = FaceRegister.parse(Map.of(media, List.of(label, "face")));
            new Consents(scene.desk().world().worlds()).register(scene.world(), register);
        } catch (IllegalArgumentException e) {
            throw StateException.bad("media: " + e.getMessage());
        }
        scene.tell("media", media);
    }
}
