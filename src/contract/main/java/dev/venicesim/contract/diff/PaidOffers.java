package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.spending.QuotedPrice;
import dev.venicesim.contract.spending.SpendingCap;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The cheapest jobs that a target offers, as far as the cap goes. */
final class PaidOffers {

    /** So many models are asked for a price. */
    private static final int ASKED = 12;

    private static final int JOBS = 3;

    private final Target target;
    private final List<JsonNode> models;
    private final SpendingCap cap;

    PaidOffers(Target target, List<JsonNode> models, SpendingCap cap) {
        this.target = target;
        this.models = models;
        this.cap = cap;
    }

    private record Offer(ObjectNode body, Usd price) {}

    /** Bodies of jobs that may be paid; their prices count as spent from now on. */
    List<ObjectNode> affordable() throws InterruptedException {
        if (cap.isOpen() && target.hasKey()) {
            var offers = new ArrayList<Offer>();
            var sellers = models.stream()
                    .map(PaidOffers::smallest)
                    .flatMap(Optional::stream)
                    .limit(ASKED)
                    .toList();
            for (var body : sellers) {
                QuotedPrice.read(target.ask(QuotedPrice.request(body)))
                        .ifPresent(price -> offers.add(new Offer(body, price)));
            }
            return offers.stream()
                    .sorted(Comparator.comparing(Offer::price))
                    .limit(JOBS)
                    .filter(offer -> cap.pay(offer.price()).isEmpty())
                    .map(Offer::body)
                    .toList();
        }
        return List.of();
    }

    /** The least that a text-to-video model takes; nothing of one that makes its video from something else. */
    private static Optional<ObjectNode> smallest(JsonNode model) {
        var lists = model.at("/model_spec/constraints");
        if (!lists.path("model_type").asText().equals("text-to-video")
                || model.path("id").asText().contains("private")
                || !lists.path("durations").path(0).asText().matches("\\d+s")) {
            return Optional.empty();
        }
        var body = Json.object().put("model", model.path("id").asText()).put("prompt", "A gondola at dawn.");
        body.set("duration", lists.path("durations").path(0));
        for (var field : List.of("aspect_ratio", "resolution")) {
            Optional.ofNullable(lists.path(field + "s").get(0)).ifPresent(value -> body.set(field, value));
        }
        return Optional.of(body);
    }
}
