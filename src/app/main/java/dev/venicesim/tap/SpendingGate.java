package dev.venicesim.tap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.spending.QuotedPrice;
import dev.venicesim.contract.spending.SpendingCap;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.net.WholeReply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Gate that lets a call pass that costs money if its price is known and the cap has room for it. */
final class SpendingGate {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_OF_A_QUOTE = 64 * 1024;

    private final TapTarget target;
    private final HttpClient http;
    private final Optional<SpendingCap> cap;
    private final BiConsumer<JsonNode, JsonNode> quotes;

    /**
     * @param cap absent where nothing may be paid
     * @param quotes hears what was asked for a price, and the answer
     */
    SpendingGate(TapTarget target, HttpClient http, Optional<SpendingCap> cap, BiConsumer<JsonNode, JsonNode> quotes) {
        this.target = target;
        this.http = http;
        this.cap = cap;
        this.quotes = quotes;
    }

    /**
     * What comes of asking to pass.
     *
     * @param price counted already, to be given back if the target refuses
     * @param objection why it does not pass; empty if it does
     */
    record Pass(Usd price, String objection) {

        static final Pass FREE = new Pass(Usd.ZERO, "");

        static Pass no(String objection) {
            return new Pass(Usd.ZERO, objection);
        }
    }

    /**
     * Counts the price of a call before it is sent.
     *
     * @param headers of the request, by name
     * @param body of the request
     */
    Pass ask(PaidCall cost, Map<String, String> headers, byte[] body) throws InterruptedException {
        if (cost == PaidCall.FREE) {
            return Pass.FREE;
        }
        if (cost == PaidCall.UNKNOWN) {
            return Pass.no("nobody says what it costs, so no --max-usd holds for it; send it to the target itself");
        }
        if (cap.isEmpty()) {
            return Pass.no("it may cost money; start the tap with --max-usd USD to let such calls pass up to a sum");
        }
        var price = cost == PaidCall.ORDER ? quoted(headers, body) : signed(headers);
        if (price.isEmpty()) {
            return Pass.no(
                    cost == PaidCall.ORDER
                            ? "the target quotes no price for it, so it is not known to be within --max-usd"
                            : "the amount that was signed cannot be read, so it is not known to be within --max-usd");
        }
        try {
            return cap.get()
                    .pay(price.get())
                    .map(objection -> Pass.no(objection + "; a higher --max-usd, or --max-usd-month, lets it pass"))
                    .orElseGet(() -> new Pass(price.get(), ""));
        } catch (IllegalArgumentException e) {
            return Pass.no(String.valueOf(e.getMessage()));
        }
    }

    /** Hears how a call that passed was answered: what was refused cost nothing. */
    void answered(Pass pass, int status) {
        if (status >= 400 && status < 500 && !pass.price().isZero()) {
            cap.ifPresent(counted -> counted.refused(pass.price()));
        }
    }

    Usd spent() {
        return cap.map(SpendingCap::spent).orElse(Usd.ZERO);
    }

    private Optional<Usd> quoted(Map<String, String> headers, byte[] body) throws InterruptedException {
        try {
            var question = QuotedPrice.request(Json.read(body)).body().orElse("");
            var request = HttpRequest.newBuilder(URI.create(target.baseUrl() + "/video/quote"))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(question));
            // a wallet's sign-in is good for one request, and a quote needs none
            Optional.ofNullable(headers.get("Authorization")).ifPresent(key -> request.header("Authorization", key));
            var reply = Json.read(WholeReply.of(http, request.build(), PATIENCE, MOST_OF_A_QUOTE)
                    .body());
            quotes.accept(Json.read(question.getBytes(StandardCharsets.UTF_8)), reply);
            return QuotedPrice.amount(reply).map(QuotedPrice::dollars);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A payment on Base says what it transfers, in millionths of a dollar; one on Solana is a transaction. */
    private static Optional<Usd> signed(Map<String, String> headers) {
        try {
            var signed = PaidCall.PAYMENTS.stream().filter(headers::containsKey).toList();
            var value = signed.size() == 1 ? headers.getOrDefault(signed.get(0), "") : "";
            var units = Json.read(Base64.getDecoder().decode(value.strip()))
                    .at("/payload/authorization/value")
                    .asText();
            return units.matches("\\d{1,15}") ? Optional.of(Usd.ofMicros(Long.parseLong(units))) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
