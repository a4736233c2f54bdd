package dev.venicesim.pact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Choice of the states under which a request would be answered again as it was. It hears every call in order, since what
 * a client did before is part of why it was answered so.
 */
final class StateChoice {

    private static final Set<Integer> JUDGED_BY_ITSELF = Set.of(200, 400, 404, 413, 415);

    private final Set<String> deleted = new HashSet<>();
    private final Set<String> faces = new HashSet<>();

    /** The states of a call, none of them for one that needs nothing; empty if no state is known that would do. */
    Optional<List<ProviderState>> of(PactCall call) {
        var states = call.operation().isOfLinks() ? link(call) : ofCaller(call);
        heard(call);
        return states;
    }

    private void heard(PactCall call) {
        if (call.operation() == Operation.QUEUE && call.status() == 409) {
            texts(call.asked()).forEach(faces::add);
        }
        var deletes = call.asked().path("delete_media_on_completion").asBoolean() && call.isVideo();
        if (deletes || call.answered().path("success").asBoolean()) {
            deleted.add(call.queueId());
        }
    }

    private static Optional<List<ProviderState>> link(PactCall call) {
        return switch (call.status()) {
            case 200, 204 -> states(ProviderState.of("a download link"));
            case 404 -> states();
            case 410 ->
                call.error().contains("expired")
                        ? states(ProviderState.of("an expired download link"))
                        : call.error().contains("revoked")
                                ? states(ProviderState.of("a revoked download link"))
                                : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<List<ProviderState>> ofCaller(PactCall call) {
        if (!call.hasKey()) {
            return call.status() < 429 && call.status() != 403 ? states() : Optional.empty();
        }
        return switch (call.status()) {
            case 401 -> refusedKey(call.error());
            case 402 -> poor(call.error());
            case 429 -> held(call);
            default ->
                switch (call.operation()) {
                    case QUEUE -> queue(call);
                    case RETRIEVE -> retrieve(call);
                    case COMPLETE -> complete(call);
                    default ->
                        JUDGED_BY_ITSELF.contains(call.status()) ? states(ProviderState.FUNDED) : Optional.empty();
                };
        };
    }

    private static Optional<List<ProviderState>> refusedKey(String error) {
        if (error.contains("inactive")) {
            return states(ProviderState.of("an inactive subscription"));
        }
        if (error.contains("Pro users")) {
            return states(ProviderState.of("a key without Pro"));
        }
        return error.startsWith("Authentication failed")
                ? states(ProviderState.of("an invalid key"))
                : Optional.empty();
    }

    private static Optional<List<ProviderState>> poor(String error) {
        if (error.contains("USD spend limit")) {
            return states(ProviderState.of("a spend limit that is used up"));
        }
        return error.startsWith("Insufficient") ? states(ProviderState.of("an empty balance")) : Optional.empty();
    }

    private static Optional<List<ProviderState>> held(PactCall call) {
        if (call.error().contains("failed attempts")) {
            return states(ProviderState.of("too many failed requests"));
        }
        return call.operation() == Operation.QUEUE || call.operation() == Operation.RETRIEVE
                ? states(
                        ProviderState.of("the rate limit of " + call.operation().label() + " is used up"))
                : Optional.empty();
    }

    private Optional<List<ProviderState>> queue(PactCall call) {
        if (call.status() == 503) {
            return states(ProviderState.FUNDED, ProviderState.of("the model " + call.model() + " is at capacity"));
        }
        var media = texts(call.asked()).stream().filter(StateChoice::isAddress).toList();
        if (call.status() == 409) {
            return with(media.stream().map(url -> ProviderState.of("media with a face at " + url)));
        }
        if (call.status() == 200 && !call.asked().has("consents")) {
            return with(media.stream()
                    .filter(faces::contains)
                    .map(url -> ProviderState.of("media with an attested face at " + url)));
        }
        return JUDGED_BY_ITSELF.contains(call.status()) ? states(ProviderState.FUNDED) : Optional.empty();
    }

    private Optional<List<ProviderState>> retrieve(PactCall call) {
        if (call.queueId().isEmpty()) {
            return call.status() == 400 ? states(ProviderState.FUNDED) : Optional.empty();
        }
        return switch (call.status()) {
            case 200 ->
                call.isVideo()
                        ? job(call, "is completed")
                        : call.answered().path("status").asText().equals("PROCESSING")
                                ? job(call, "is processing")
                                : job(call, "has a download link");
            case 404 -> job(call, deleted.contains(call.queueId()) ? "was deleted" : "does not exist");
            case 422 -> refused(call);
            case 500 -> job(call, "has failed");
            case 503 -> job(call, "is at capacity");
            default -> Optional.empty();
        };
    }

    private static Optional<List<ProviderState>> refused(PactCall call) {
        var reply = call.answered();
        var error = reply.path("error").isObject() ? reply.path("error") : reply;
        return error.has("credits_refunded")
                ? states(
                        ProviderState.FUNDED,
                        ofJob(call, "was refused by the provider")
                                .with(
                                        "recommendedModel",
                                        error.path("recommended_model").asText())
                                .with("refunded", error.path("credits_refunded").asText()))
                : Optional.empty();
    }

    private static Optional<List<ProviderState>> complete(PactCall call) {
        if (call.queueId().isEmpty()) {
            return call.status() == 400 ? states(ProviderState.FUNDED) : Optional.empty();
        }
        return switch (call.status()) {
            case 200 -> job(call, call.answered().path("success").asBoolean() ? "is completed" : "is processing");
            case 400, 404 -> job(call, "does not exist");
            default -> Optional.empty();
        };
    }

    private static Optional<List<ProviderState>> job(PactCall call, String is) {
        var job = ofJob(call, is);
        return states(ProviderState.FUNDED, is.equals("does not exist") ? job : job.with("model", call.model()));
    }

    private static ProviderState ofJob(PactCall call, String is) {
        var job = ProviderState.of("job " + call.queueId() + " " + is);
        return is.equals("was refused by the provider") ? job.with("model", call.model()) : job;
    }

    private static Optional<List<ProviderState>> states(ProviderState... states) {
        return Optional.of(List.of(states));
    }

    private static Optional<List<ProviderState>> with(Stream<ProviderState> more) {
        var states = new ArrayList<ProviderState>();
        states.add(ProviderState.FUNDED);
        more.forEach(states::add);
        return Optional.of(states);
    }

    /** A wording takes no blanks. */
    private static boolean isAddress(String text) {
        return text.matches("https?://\\S+");
    }

    /** Every text in a body, which may be the address of a medium. */
    private static List<String> texts(JsonNode body) {
        var texts = new ArrayList<String>();
        if (body.isTextual()) {
            texts.add(body.textValue());
        }
        body.forEach(part -> texts.addAll(texts(part)));
        return texts;
    }
}
