package dev.venicesim.operation.video;

import dev.venicesim.api.LimitClass;
import dev.venicesim.api.Verified;
import dev.venicesim.auth.Caller;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.error.PaymentErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.TranscriptionErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.json.Json;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationHandler;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.pipeline.RateLimiter;
import dev.venicesim.service.Services;
import dev.venicesim.validation.TranscriptionRequest;
import dev.venicesim.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Operation {@code POST /video/transcriptions}: a made transcript, the same for the same address. It wants an account
 * that can pay, but takes nothing: no document says what a transcription costs, and a charge we made up would end in
 * somebody's expected balance.
 */
public final class TranscribeVideo implements OperationHandler {

    private final Services services;
    private final Checkout checkout;

    public TranscribeVideo(Services services) {
        this.services = services;
        this.checkout = new Checkout(services);
    }

    @Override
    @Verified(on = "2026-10-02", source = "docs/api/edition-2026-10-02.md#transcriptions-before-sign-in")
    public Optional<Refusal> whoever(Exchange exchange) {
        if (!exchange.quirks().is(ApiQuirk.TRANSCRIPTIONS, "410")) {
            return Optional.empty();
        }
        return Optional.of(RateLimiter.byAddress(
                        exchange, services.worlds().anonymous(), LimitClass.CLOSED_TRANSCRIPTIONS)
                .orElseGet(() -> new Refusal(
                        TranscriptionErrors.sunset(),
                        "quirk transcriptions=410 (docs/api/edition-2026-10-02.md#transcriptions-before-sign-in)")));
    }

    @Override
    @Verified(on = "2026-08-21", source = "docs/api/transcriptions.md#request-and-reply")
    public OperationResult answer(Exchange exchange) {
        var gone = whoever(exchange);
        if (gone.isPresent()) {
            return exchange.refuse(gone.get());
        }
        return checkout.admit(exchange)
                .then(admitted -> JsonBody.read(exchange.request(), exchange.quirks()))
                .then(body ->
                        services.editions().of(exchange.edition()).validator().transcription(body.root()))
                .then(request -> solvent(exchange, request))
                .fold(TranscribeVideo::transcript, exchange::refuse);
    }

    private Verdict<TranscriptionRequest> solvent(Exchange exchange, TranscriptionRequest request) {
        if (exchange.caller() instanceof Caller.ApiKey && !checkout.canPay(exchange)) {
            return Verdict.refuse(
                    PaymentErrors.insufficientBalance(exchange.quirks().is(ApiQuirk.ERROR_CODES, "on")),
                    "the account holds neither dollars nor DIEM (docs/api/money-and-prices.md, \"Short balances\")");
        }
        return Verdict.accept(request);
    }

    private static OperationResult transcript(TranscriptionRequest request) {
        var text = "This is a simulated transcript of " + request.url() + ". Nobody listened to the video.";
        return OperationResult.of(
                request.asText()
                        ? Reply.bytes(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8))
                        : Reply.json(200, Json.object().put("transcript", text).put("lang", "en")));
    }
}
