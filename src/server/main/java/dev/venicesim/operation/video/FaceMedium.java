package dev.venicesim.operation.video;

import dev.venicesim.consent.ConsentMedium;
import dev.venicesim.consent.FaceLabel;
import dev.venicesim.consent.FaceMediaRole;
import dev.venicesim.consent.MediaBytes;
import dev.venicesim.consent.MediaId;
import dev.venicesim.input.DataUrl;
import dev.venicesim.input.MagicName;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.wire.Request;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Media of a request in the words of the consent stage. */
final class FaceMedium {

    private FaceMedium() {}

    /** A medium in which a face may matter; media of other roles are none. */
    static Optional<ConsentMedium> of(InspectedMedium inspected, Request request) {
        var size = inspected.facts().measures().size();
        return role(inspected.input().role())
                .map(role -> new ConsentMedium(
                        MediaId.of(inspected.identity()),
                        role,
                        labels(inspected.magic()),
                        inspected.texts(),
                        pixels(size.map(Size::width)),
                        pixels(size.map(Size::height)),
                        bytes(inspected, request)));
    }

    private static Optional<FaceMediaRole> role(dev.venicesim.validation.MediaRole role) {
        return switch (role) {
            case IMAGE -> Optional.of(FaceMediaRole.IMAGE);
            case END_IMAGE -> Optional.of(FaceMediaRole.END_IMAGE);
            case REFERENCE_IMAGE -> Optional.of(FaceMediaRole.REFERENCE_IMAGE);
            case VIDEO -> Optional.of(FaceMediaRole.VIDEO);
            case REFERENCE_VIDEO -> Optional.of(FaceMediaRole.REFERENCE_VIDEO);
            case SCENE_IMAGE, ELEMENT_IMAGE, KEYFRAME, ELEMENT_VIDEO, AUDIO, REFERENCE_AUDIO, REFERENCE_DOCUMENT ->
                Optional.empty();
        };
    }

    private static Set<FaceLabel> labels(MagicName magic) {
        var labels = EnumSet.noneOf(FaceLabel.class);
        if (magic.face()) {
            labels.add(FaceLabel.FACE);
        }
        if (magic.minor()) {
            labels.add(FaceLabel.MINOR);
        }
        if (magic.publicFigure()) {
            labels.add(FaceLabel.PUBLIC_FIGURE);
        }
        return labels;
    }

    private static int pixels(Optional<Long> side) {
        return (int) Math.min(Integer.MAX_VALUE, side.orElse(0L));
    }

    /** Bytes that are looked up in the body again when a detector asks for them; the default one never does. */
    private static MediaBytes bytes(InspectedMedium inspected, Request request) {
        return inspected.input().isDataUrl()
                ? () -> opened(inspected.input().value(), request.body())
                : MediaBytes.UNKNOWN;
    }

    private static Optional<InputStream> opened(String value, byte[] body) throws IOException {
        return MediumInspector.reference(SlicedJson.read(body), value) instanceof DataUrl url
                ? Optional.of(new DecodedMediumStream(url.open()))
                : Optional.empty();
    }
}
