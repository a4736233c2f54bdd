package dev.venicesim.operation.video;

import dev.venicesim.input.DataUrl;
import dev.venicesim.input.MagicName;
import dev.venicesim.input.MediaReference;
import dev.venicesim.input.MediaUrl;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.media.probe.MediaProbe;
import dev.venicesim.media.probe.bytes.JsonSlice;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.facts.MediaFormat;
import dev.venicesim.validation.MediaInput;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.World;
import java.util.List;

/**
 * Look at what can be known of a request's media: a data URL is decoded, hashed and measured where it lies in the body;
 * an address is never opened, so what was registered for it counts, then what its name says.
 */
final class MediumInspector {

    private static final MagicName NOTHING_SAID =
            new MagicName(false, false, false, false, MediaFormat.UNKNOWN, Measures.NONE);

    private final World world;
    private final SlicedJson body;

    MediumInspector(World world, SlicedJson body) {
        this.world = world;
        this.body = body;
    }

    InspectedMedium at(MediaInput input) {
        var reference = reference(body, input.value());
        if (reference instanceof DataUrl url) {
            return read(input, MediaProbe.measure(url.open()));
        }
        return reference instanceof MediaUrl url
                ? declared(input, url)
                : read(input, MediaFacts.unfetched(input.value(), Measures.NONE));
    }

    /** What a field refers to; a long data URL stayed in the body. */
    static MediaReference reference(SlicedJson body, String value) {
        return body.slice(value)
                .map(slice -> new JsonSlice(slice.document(), slice.offset(), slice.offset() + slice.length()))
                .map(MediaReference::of)
                .orElseGet(() -> MediaReference.of(value));
    }

    private static InspectedMedium read(MediaInput input, MediaFacts facts) {
        return new InspectedMedium(input, facts.identity(), facts, NOTHING_SAID, facts.texts());
    }

    private InspectedMedium declared(MediaInput input, MediaUrl url) {
        var named = url.magic().measures();
        var known = world.find(StateKinds.MEDIA, url.url())
                .map(registered -> merged(registered, named))
                .orElse(named);
        return new InspectedMedium(input, url.url(), MediaFacts.unfetched(url.url(), known), url.magic(), List.of());
    }

    /** What was registered, and for the rest what the name says. */
    private static Measures merged(Measures registered, Measures named) {
        return new Measures(
                registered.bytes().isPresent() ? registered.bytes() : named.bytes(),
                registered.size().or(named::size),
                registered.duration().or(named::duration),
                registered.frameRate().or(named::frameRate),
                registered.videoCodec().or(named::videoCodec),
                registered.audioCodec().or(named::audioCodec));
    }
}
