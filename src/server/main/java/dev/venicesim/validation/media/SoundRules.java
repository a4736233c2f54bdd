package dev.venicesim.validation.media;

import static dev.venicesim.validation.media.MediaRows.E08;
import static dev.venicesim.validation.media.MediaRows.SOUNDS;
import static dev.venicesim.validation.media.MediaRows.atMostSeconds;
import static dev.venicesim.validation.media.MediaRows.bytes;
import static dev.venicesim.validation.media.MediaRows.field;
import static dev.venicesim.validation.media.MediaRows.length;
import static dev.venicesim.validation.media.MediaRows.outside;
import static dev.venicesim.validation.media.MediaRows.table;
import static dev.venicesim.validation.media.MediaRows.total;

import dev.venicesim.catalog.ClipLimits;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.MediaErrors;
import dev.venicesim.error.MediaTexts;
import dev.venicesim.validation.DocumentAddress;
import dev.venicesim.validation.MediaRole;
import dev.venicesim.validation.RuleOrigin;
import dev.venicesim.validation.media.MediaRule.OfField;
import dev.venicesim.validation.media.MediaRule.OfMedium;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Rules of models about sound files, and about documents. */
final class SoundRules {

    private static final String SEEN = "2026-09-10";
    private static final int MAX_SECONDS = 30;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long MAX_BYTES = 15 * MEBIBYTE;
    private static final long MAX_DOCUMENT_BYTES = 100 * MEBIBYTE;
    private static final Set<String> FORMATS = Set.of("wav", "mp3");
    private static final Set<MediaRole> AUDIO_URL = EnumSet.of(MediaRole.AUDIO);
    private static final Set<MediaRole> REFERENCES = EnumSet.of(MediaRole.REFERENCE_AUDIO);
    private static final String OPENAPI = "OpenAPI audio_url; docs/api/media.md, \"Sound limits\"; wording ours";
    private static final String GUIDE = "Seedance guide, OpenAPI; docs/api/media.md, \"Sound limits\"; wording ours";

    static final List<MediaRule> TABLE = List.of(
            new OfMedium(
                    new RuleOrigin(
                            "audio-unreadable",
                            "error table INVALID_AUDIO_FORMAT;" + " docs/api/media.md, \"Sounds that cannot be read\"",
                            E08),
                    model -> true,
                    SOUNDS,
                    table(
                            (medium, model) -> !MediaReadability.as(medium, MediaRole.Type.AUDIO)
                                    || outside(medium.format(), FORMATS),
                            MediaErrors::invalidAudioFormat),
                    model -> "a sound sent as a data URL is whole, and WAV or MP3 by its bytes"),
            new OfMedium(
                    new RuleOrigin("audio_url-length", OPENAPI, E08),
                    model -> model.rules().accepts(RequestField.AUDIO_URL),
                    AUDIO_URL,
                    atMostSeconds(MAX_SECONDS),
                    model -> "audio_url plays at most " + MAX_SECONDS + " s"),
            new OfMedium(
                    new RuleOrigin("audio_url-bytes", OPENAPI, E08),
                    model -> model.rules().accepts(RequestField.AUDIO_URL),
                    AUDIO_URL,
                    bytes(model -> MAX_BYTES),
                    model -> "audio_url has at most " + MAX_BYTES + " bytes"),
            new OfMedium(
                    new RuleOrigin(
                            "reference-audio-length",
                            "Seedance guide (its heading is the text);"
                                    + " docs/api/validation.md, \"Limits of Seedance references\"",
                            E08),
                    takes(),
                    // audio_url is the old name of a single reference
                    SOUNDS,
                    length(
                            model -> limits(model).minSeconds(),
                            model -> limits(model).maxSeconds()),
                    model -> limits(model).maxSeconds() == 0
                            ? "a reference sound plays at least "
                                    + limits(model).minSeconds() + " s"
                            : "a reference sound plays " + limits(model).minSeconds() + " to "
                                    + limits(model).maxSeconds() + " s"),
            new OfMedium(
                    new RuleOrigin("reference-audio-bytes", GUIDE, E08),
                    takes(),
                    REFERENCES,
                    bytes(model -> limits(model).maxBytes()),
                    model -> "a reference sound has at most " + limits(model).maxBytes() + " bytes"),
            new OfField(
                    new RuleOrigin("reference-audio-total", GUIDE, E08),
                    model -> limits(model).totalSeconds() > 0,
                    REFERENCES,
                    total(model -> limits(model).totalSeconds()),
                    model -> "all reference sounds together play at most "
                            + limits(model).totalSeconds() + " s"),
            new OfMedium(
                    new RuleOrigin(
                            "document-type", "docs/api/edition-2026-10-02.md#documents-of-wan; wording ours", SEEN),
                    model -> model.rules().accepts(RequestField.REFERENCE_DOCUMENT_URLS),
                    EnumSet.of(MediaRole.REFERENCE_DOCUMENT),
                    field(
                            (medium, model) -> medium.type().isPresent()
                                    || !DocumentAddress.mayBe(medium.input().value()),
                            model -> MediaTexts.document(DocumentAddress.FILES)),
                    model -> "a document is one of " + DocumentAddress.FILES + ", or a public page"),
            new OfMedium(
                    new RuleOrigin(
                            "document-bytes",
                            "OpenAPI reference_document_urls;"
                                    + " docs/api/media.md, \"Document limits\"; wording ours",
                            E08),
                    model -> model.rules().accepts(RequestField.REFERENCE_DOCUMENT_URLS),
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
