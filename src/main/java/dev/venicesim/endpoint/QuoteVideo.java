package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.billing.quote.PricedInputs;
import dev.venicesim.billing.quote.SourceMedia;
import dev.venicesim.catalog.Kind;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.json.Json;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.media.probe.facts.MediaKind;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.validation.QuoteRequest;
import dev.venicesim.wire.Reply;
import java.math.BigDecimal;
import java.time.Duration;

/** {@code POST /video/quote}: what a queue call with these inputs would cost. Needs no key. */
final class QuoteVideo implements Endpoint {

    private final Desk desk;

    QuoteVideo(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Reply answer(Call call) {
        var edition = desk.editions().of(call.edition());
        return JsonBody.read(call.request(), call.quirks())
                .then(body -> edition.validator()
                        .quote(body.root(), call.quirks())
                        .then(request -> entitled(call, request))
                        .then(request -> Sunset.check(call, request.model()).then(model -> Verdict.accept(request)))
                        .then(request -> Verdict.accept(new Asked(request, source(call, body, request)))))
                .fold(
                        asked -> {
                            var request = asked.request();
                            var price = edition.quotes().quote(request.model(), priced(request, asked.source()));
                            call.why().note("quoted " + price + " by the row of " + request.model());
                            return Reply.json(200, Json.object().put("quote", price.number()))
                                    .withDefaults(ReplyHeaders.of(request.model()));
                        },
                        call::refuse);
    }

    private static Verdict<QuoteRequest> entitled(Call call, QuoteRequest request) {
        var keyless = request.model().rules().kind() == Kind.UPSCALE
                && call.caller() instanceof Caller.Anonymous
                && call.quirks().is(Quirk.QUOTE_UPSCALE, "needs-key");
        return keyless
                ? Verdict.refuse(
                        AuthErrors.unauthorizedAccess(), "an upscale quote without a key (quirk quote-upscale; A1)")
                : Verdict.accept(request);
    }

    /** A request, and what is known of the video it would be made from. */
    private record Asked(QuoteRequest request, SourceMedia source) {}

    /** What {@code input_height} says, and for the rest what {@code video_url} is; what cannot be read is unknown, never refused. */
    private static SourceMedia source(Call call, SlicedJson body, QuoteRequest request) {
        var video = request.video()
                .map(new MediaLook(call.world(), body)::at)
                .filter(medium -> medium.facts().kind() == MediaKind.VIDEO
                        || medium.facts().state() == MediaState.UNFETCHED)
                .map(medium -> Sources.of(medium.facts()))
                .orElse(SourceMedia.UNKNOWN);
        return video.height() == 0 && request.inputHeight().isPresent()
                ? new SourceMedia(0, request.inputHeight().getAsInt(), video.framesPerSecond(), video.length())
                : video;
    }

    private static PricedInputs priced(QuoteRequest request, SourceMedia source) {
        var references = request.referenceSeconds().map(QuoteVideo::duration).orElse(Duration.ZERO);
        return Draft.priced(request.clip(), source, references);
    }

    private static Duration duration(BigDecimal seconds) {
        return Duration.ofNanos(
                seconds.min(BigDecimal.valueOf(100_000)).movePointRight(9).longValue());
    }
}
