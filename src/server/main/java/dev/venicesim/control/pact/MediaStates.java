package dev.venicesim.control.pact;

import dev.venicesim.consent.ConsentMedium;
import dev.venicesim.consent.FaceMediaRole;
import dev.venicesim.consent.FaceRegister;
import dev.venicesim.consent.MediaBytes;
import dev.venicesim.consent.MediaId;
import dev.venicesim.consent.PolicyVersion;
import dev.venicesim.world.AccountSelector;
import dev.venicesim.world.ConsentService;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** States of media, faces and consent. */
final class MediaStates {

    private MediaStates() {}

    static void face(StateContext context) {
        register(context, "face");
    }

    static void minor(StateContext context) {
        register(context, "minor");
    }

    static void publicFigure(StateContext context) {
        register(context, "public_figure");
    }

    static void attestedFace(StateContext context) {
        register(context, "face");
        var consents = new ConsentService(context.services().worlds());
        var version = consents.policy(context.world())
                .orElseGet(PolicyVersion::documented)
                .version();
        var medium = new ConsentMedium(
                MediaId.parse(context.text("media")),
                FaceMediaRole.IMAGE,
                Set.of(),
                List.of(),
                0,
                0,
                MediaBytes.UNKNOWN);
        var job = context.services().ids().uuidV7(context.now());
        var given = new ConsentService.Given(List.of(medium), version, context.now(), job);
        for (var selector : AccountSelector.values()) {
            consents.remember(context.world(), selector, given);
        }
    }

    private static void register(StateContext context, String label) {
        var media = context.text("media");
        try {
            var register = FaceRegister.parse(Map.of(media, List.of(label, "face")));
            new ConsentService(context.services().worlds()).register(context.world(), register);
        } catch (IllegalArgumentException e) {
            throw StateException.bad("media: " + e.getMessage());
        }
        context.tell("media", media);
    }
}
