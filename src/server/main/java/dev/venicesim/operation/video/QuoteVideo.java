package dev.venicesim.operation.video;

import dev.venicesim.api.LimitClass;
import dev.venicesim.api.Verified;
import dev.venicesim.auth.Caller;
import dev.venicesim.billing.quote.PricedInputs;
import dev.venicesim.billing.quote.SourceMedia;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.ModelKind;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.journal.finding.ClientEvent.Dropped;
import dev.venicesim.json.Json;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.media.probe.facts.MediaKind;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.pipeline.Effect;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationHandler;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.pipeline.RateLimiter;
import dev.venicesim.service.Services;
import dev.venicesim.validation.QuoteRequest;
import dev.venicesim.validation.media.MediaRules;
import dev.venicesim.wire.Reply;
import java.math.BigDecimal;
import java.time.Duration;

/** Operation {@code POST /video/quote}: what a queue call with these inputs would cost. Needs no key. */
public final class QuoteVideo implements OperationHandler {

    private final Services services;

    public QuoteVideo(Services services) {
        this.services = services;
    }

    @Override
    public OperationResult answer(Exchange exchange) {
        var edition = services.editions().of(exchange.edition());
        return JsonBody.read(exchange.request(), exchange.quirks())
                .then(body -> edition.validator()
                        .quote(body.root(), exchange.quirks())
                        .then(request -> entitled(exchange, request))
                        .then(request -> admitted(exchange, request))
                        .then(request -> readable(exchange, body, request))
                        .then(request -> DeprecationCheck.check(exchange, request.model())
                                .then(model -> Verdict.accept(request)))
                        .then(request -> Verdict.accept(new Priced(
                                request,
                                source(exchange, body, request),
                                DroppedFields.byQuote(request.model(), body.root())))))
                .fold(
                        asked -> {
                            var request = asked.request();
                            var price = edition.quotes().quote(request.model(), priced(request, asked.source()));
                            exchange.why().note("quoted " + price + " by the row of " + request.model());
                            var reply = Reply.json(200, Json.object().put("quote", price.number()))
                                    .withDefaults(ModelHeaders.of(request.model()));
                            return new OperationResult(reply, new Effect.Quoted(asked.dropped()));
                        },
                        exchange::refuse);
    }

    private static Verdict<QuoteRequest> entitled(Exchange exchange, QuoteRequest request) {
        var keyless = request.model().rules().kind() == ModelKind.UPSCALE
                && exchange.caller() instanceof Caller.Anonymous
                && exchange.quirks().is(ApiQuirk.QUOTE_UPSCALE, "needs-key");
        return keyless
                ? Verdict.refuse(
                        AuthErrors.unauthorizedAccess(),
                        "an upscale quote without a key (quirk quote-upscale;"
                                + " docs/api/quote.md, \"Quote without a key\")")
                : Verdict.accept(request);
    }

    /** Upscale quotes have a limit of their own, which is known only once the model is. */
    @Verified(on = "2026-10-02", source = "docs/api/edition-2026-10-02.md#quotes-that-need-the-clip")
    private static Verdict<QuoteRequest> admitted(Exchange exchange, QuoteRequest request) {
        return request.model().rules().kind() == ModelKind.UPSCALE
                ? RateLimiter.also(exchange, LimitClass.UPSCALE_QUOTE).then(passed -> Verdict.accept(request))
                : Verdict.accept(request);
    }

    /** What an upscale is made from has to be a video; what anything else is made from does not matter here. */
    private static Verdict<QuoteRequest> readable(Exchange exchange, SlicedJson body, QuoteRequest request) {
        return request.model().rules().kind() == ModelKind.UPSCALE
                        && request.video().isPresent()
                ? MediaRules.readable(
                                MediaViews.of(new MediumInspector(exchange.world(), body)
                                        .at(request.video().get())),
                                request.model())
                        .then(video -> Verdict.accept(request))
                : Verdict.accept(request);
    }

    /**
     * Request to be priced.
     *
     * @param source what is known of the video it would be made from
     * @param dropped its fields that the model lacks
     */
    private record Priced(QuoteRequest request, SourceMedia source, Dropped dropped) {}

    /**
     * What {@code input_height} says, and for the rest what {@code video_url} is; what cannot be read is unknown.
     */
    private static SourceMedia source(Exchange exchange, SlicedJson body, QuoteRequest request) {
        var video = request.video()
                .map(new MediumInspector(exchange.world(), body)::at)
                .filter(medium -> medium.facts().kind() == MediaKind.VIDEO
                        || medium.facts().state() == MediaState.UNFETCHED)
                .map(medium -> ClipSources.of(medium.facts()))
                .orElse(SourceMedia.UNKNOWN);
        return video.height() == 0 && request.inputHeight().isPresent()
                ? new SourceMedia(0, request.inputHeight().getAsInt(), video.framesPerSecond(), video.length())
                : video;
    }

    private static PricedInputs priced(QuoteRequest request, SourceMedia source) {
        var references = request.referenceSeconds().map(QuoteVideo::duration).orElse(Duration.ZERO);
        return ValidatedRequest.priced(request.clip(), source, references, request.referenceImages());
    }

    private static Duration duration(BigDecimal seconds) {
        return Duration.ofNanos(
                seconds.min(BigDecimal.valueOf(100_000)).movePointRight(9).longValue());
    }
}
