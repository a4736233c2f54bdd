package dev.venicesim.contract.spending;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Price of a job as its target quotes it. */
public final class QuotedPrice {

    /** What a quote takes of an order. */
    private static final List<String> PRICING = List.of(
            "model",
            "duration",
            "aspect_ratio",
            "resolution",
            "audio",
            "upscale_factor",
            "video_url",
            "reference_video_total_duration",
            "enhancement_model",
            "target_fps",
            "slowdown_factor",
            "input_height",
            "reference_image_count");

    private QuotedPrice() {}

    /** The request for the price of what a request to queue orders. */
    public static TargetRequest request(JsonNode order) {
        var pricing = Json.object();
        PRICING.stream().filter(order::has).forEach(field -> pricing.set(field, order.path(field)));
        return TargetRequest.post("/video/quote", pricing);
    }

    /** The price in a reply; empty if there is none above zero. */
    public static Optional<Usd> read(TargetReply reply) {
        return amount(reply.json()).map(QuotedPrice::dollars);
    }

    /** Dollars of an amount that is told, a part of a micro-dollar as a whole one. */
    public static Usd dollars(BigDecimal amount) {
        return Usd.of(amount.setScale(6, RoundingMode.UP));
    }

    /** The amount in the body of a quote, as it is told. */
    public static Optional<BigDecimal> amount(JsonNode body) {
        return PlainNumber.of(body.path("quote")).filter(price -> price.signum() > 0);
    }
}
