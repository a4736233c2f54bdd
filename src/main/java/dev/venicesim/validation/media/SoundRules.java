package dev.venicesim.validation.media;

import static dev.venicesim.validation.media.Rows.E08;
import static dev.venicesim.validation.media.Rows.SOUNDS;
import static dev.venicesim.validation.media.Rows.atMostSeconds;
import static dev.venicesim.validation.media.Rows.bytes;
import static dev.venicesim.validation.media.Rows.length;
import static dev.venicesim.validation.media.Rows.outside;
import static dev.venicesim.validation.media.Rows.table;
import static dev.venicesim.validation.media.Rows.total;

import dev.venicesim.catalog.ClipLimits;
import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.MediaErrors;
import dev.venicesim.validation.MediaRole;
import dev.venicesim.validation.Origin;
import dev.venicesim.validation.media.MediaRule.OfField;
import dev.venicesim.validation.media.MediaRule.OfMedium;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What models make of sound files, and of documents. */
final class SoundRules {

    private static final int MAX_SECONDS = 30;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long MAX_BYTES = 15 * MEBIBYTE;
    private static final long MAX_DOCUMENT_BYTES = 100 * MEBIBYTE;
    private static final Set<String> FORMATS = Set.of("wav", "mp3");
    private static final Set<MediaRole> AUDIO_URL = EnumSet.of(MediaRole.AUDIO);
    private static final Set<MediaRole> REFERENCES = EnumSet.of(MediaRole.REFERENCE_AUDIO);
    private static final String OPENAPI = "OpenAPI audio_url; api-facts 1.3; wording ours";
    private static final String GUIDE = "Seedance guide, OpenAPI; api-facts 1.3, 5.1; wording ours";

    static final List<MediaRule> TABLE = List.of(
            new OfMedium(
                    new Origin("audio-unreadable", "error table INVALID_AUDIO_FORMAT; api-facts 8.1", E08),
                    model -> true,
                    SOUNDS,
                    table(
                            (medium, model) ->
                                    !Reading.as(medium, MediaRole.Type.AUDIO) || outside(medium.format(), FORMATS),
                            MediaErrors::invalidAudioFormat),
                    model -> "a sound sent as a data URL is whole, and WAV or MP3 by its bytes"),
            new OfMedium(
                    new Origin("audio_url-length", OPENAPI, E08),
                    model -> model.rules().accepts(Input.AUDIO_URL),
                    AUDIO_URL,
                    atMostSeconds(MAX_SECONDS),
                    model -> "audio_url plays at most " + MAX_SECONDS + " s"),
            new OfMedium(
                    new Origin("audio_url-bytes", OPENAPI, E08),
                    model -> model.rules().accepts(Input.AUDIO_URL),
                    AUDIO_URL,
                    bytes(model -> MAX_BYTES),
                    model -> "audio_url has at most " + MAX_BYTES + " bytes"),
            new OfMedium(
                    new Origin(
                            "reference-audio-length", "Seedance guide (its heading is the text); api-facts 5.1", E08),
                    takes(),
                    // audio_url is the old name of a single reference
                    SOUNDS,
                    length(
                            model -> limits(model).minSeconds(),
                            model -> limits(model).maxSeconds()),
                    model -> "a reference sound plays " + limits(model).minSeconds() + " to "
                            + limits(model).maxSeconds() + " s"),
            new OfMedium(
                    new Origin("reference-audio-bytes", GUIDE, E08),
                    takes(),
                    REFERENCES,
                    bytes(model -> limits(model).maxBytes()),
                    model -> "a reference sound has at most " + limits(model).maxBytes() + " bytes"),
            new OfField(
                    new Origin("reference-audio-total", GUIDE, E08),
                    takes(),
                    REFERENCES,
                    total(model -> limits(model).totalSeconds()),
                    model -> "all reference sounds together play at most "
                            + limits(model).totalSeconds() + " s"),
            new OfMedium(
                    new Origin("document-bytes", "OpenAPI reference_document_urls; api-facts 1.3; wording ours", E08),
                    model -> model.rules().accepts(Input.REFERENCE_DOCUMENT_URLS),
                    EnumSet.of(MediaRole.REFERENCE_DOCUMENT),
                    bytes(model -> MAX_DOCUMENT_BYTES),
                    model -> "a document has at most " + MAX_DOCUMENT_BYTES + " bytes"));

    private SoundRules() {}

    private static Predicate<Model> takes() {
        return model -> !limits(model).equals(ClipLimits.NONE);
    }

    private static ClipLimits limits(Model model) {
        return model.rules().limits().referenceAudios();
    }
}
