package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.error.PaymentErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.TranscriptionErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.Verified;
import dev.venicesim.json.Json;
import dev.venicesim.validation.TranscriptionRequest;
import dev.venicesim.wire.Reply;
import java.nio.charset.StandardCharsets;

/**
 * {@code POST /video/transcriptions}: a made transcript, the same for the same address. It wants an account that can pay, but takes nothing: no document says what
 * a transcription costs, and a charge we made up would end in somebody's expected balance.
 */
final class TranscribeVideo implements Endpoint {

    private final Desk desk;
    private final Till till;

    TranscribeVideo(Desk desk) {
        this.desk = desk;
        this.till = new Till(desk);
    }

    @Override
    @Verified(on = "2026-08-21", source = "api-facts 1.6, 11 #65")
    public Reply answer(Call call) {
        if (call.quirks().is(Quirk.TRANSCRIPTIONS, "410")) {
            return call.refuse(new Refusal(TranscriptionErrors.sunset(), "quirk transcriptions=410 (observed A4)"));
        }
        return till.admit(call)
                .then(admitted -> JsonBody.read(call.request(), call.quirks()))
                .then(body -> desk.editions().of(call.edition()).validator().transcription(body.root()))
                .then(request -> solvent(call, request))
                .fold(TranscribeVideo::transcript, call::refuse);
    }

    private Verdict<TranscriptionRequest> solvent(Call call, TranscriptionRequest request) {
        if (call.caller() instanceof Caller.ApiKey && !till.canPay(call)) {
            return Verdict.refuse(
                    PaymentErrors.insufficientBalance(call.quirks().is(Quirk.ERROR_CODES, "on")),
                    "the account holds neither dollars nor DIEM (api-facts 3.1)");
        }
        return Verdict.accept(request);
    }

    private static Reply transcript(TranscriptionRequest request) {
        var text = "This is a simulated transcript of " + request.url() + ". Nobody listened to the video.";
        return request.asText()
                ? Reply.bytes(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8))
                : Reply.json(200, Json.object().put("transcript", text).put("lang", "en"));
    }
}
