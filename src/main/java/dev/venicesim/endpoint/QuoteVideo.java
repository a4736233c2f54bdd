package dev.venicesim.endpoint;

import dev.venicesim.billing.quote.PricedInputs;
import dev.venicesim.billing.quote.SourceMedia;
import dev.venicesim.json.Json;
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
                .then(body -> edition.validator().quote(body.root(), call.quirks()))
                .fold(
                        request -> {
                            var price = edition.quotes().quote(request.model(), priced(request));
                            call.why().note("quoted " + price + " by the row of " + request.model());
                            return Reply.json(200, Json.object().put("quote", price.number()))
                                    .withDefaults(ReplyHeaders.of(request.model()));
                        },
                        call::refuse);
    }

    private static PricedInputs priced(QuoteRequest request) {
        var clip = request.clip();
        var named = request.video().map(video -> SourceFacts.named(video.value())).orElse(SourceMedia.UNKNOWN);
        var source = named.height() == 0 && request.inputHeight().isPresent()
                ? new SourceMedia(
                        0, request.inputHeight().getAsInt(), named.framesPerSecond(), named.length())
                : named;
        return new PricedInputs(
                clip.duration().orElse(""),
                clip.resolution().orElse(""),
                clip.aspectRatio().orElse(""),
                clip.audio(),
                clip.upscaleFactor().orElse(0),
                source,
                request.referenceSeconds().map(QuoteVideo::duration).orElse(Duration.ZERO));
    }

    private static Duration duration(BigDecimal seconds) {
        return Duration.ofNanos(
                seconds.min(BigDecimal.valueOf(100_000)).movePointRight(9).longValue());
    }
}
