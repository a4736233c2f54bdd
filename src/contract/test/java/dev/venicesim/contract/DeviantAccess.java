package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.accepted;
import static dev.venicesim.contract.Deviations.editJson;
import static dev.venicesim.contract.Deviations.row;
import static dev.venicesim.contract.Deviations.signIn;
import static dev.venicesim.contract.Deviations.without;
import static dev.venicesim.contract.Deviations.withoutOn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.Deviations.Row;
import dev.venicesim.contract.Meddler.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Deviations in who is let in and what is refused. */
final class DeviantAccess {

    private DeviantAccess() {}

    static List<Row> signIns() {
        return List.of(
                signIn("another domain", claim -> claim.path("message").asText().startsWith("other.example")),
                signIn("an old instant", claim -> claim.path("message").asText().contains("Issued At: 2026-11-23T09:")),
                signIn("any chain", claim -> claim.path("chainId").asInt() == 1),
                signIn("any text", claim -> claim.path("message").asText().contains("Sign in to Venice\n")),
                row("sign-in.", "a nonce is taken twice", () -> {
                    var taken = new ConcurrentHashMap<String, Reply>();
                    return (asked, reply) -> {
                        var header = asked.headers().getOrDefault("sign-in-with-x", "");
                        if (reply.status() == 200 && !header.isEmpty()) {
                            taken.put(header, reply);
                        }
                        return taken.getOrDefault(header, reply);
                    };
                }),
                row(
                        "sign-in.",
                        "every sign-in is taken",
                        (asked, reply) -> asked.contains("/x402/balance")
                                        && reply.status() == 401
                                        && asked.headers().containsKey("sign-in-with-x")
                                ? accepted(asked, reply)
                                : reply),
                row(
                        "sign-in.",
                        "the older header is not read",
                        (asked, reply) -> asked.headers().containsKey("x-sign-in-with-x")
                                ? new Reply(
                                        401,
                                        reply.headers(),
                                        "{\"error\":\"Invalid Sign-in-with-x signature\"}"
                                                .getBytes(StandardCharsets.UTF_8))
                                : reply),
                row(
                        "sign-in.",
                        "Solana is not known",
                        (asked, reply) -> asked.line().matches(".*/x402/balance/[^0].*")
                                ? new Reply(
                                        401,
                                        reply.headers(),
                                        "{\"error\":\"Invalid Sign-in-with-x signature\"}"
                                                .getBytes(StandardCharsets.UTF_8))
                                : reply));
    }

    static List<Row> validation() {
        var rows = new ArrayList<Row>();
        for (var field : List.of(
                "prompt",
                "negative_prompt",
                "duration",
                "aspect_ratio",
                "resolution",
                "upscale_factor",
                "image_url",
                "end_image_url",
                "audio_url",
                "video_url",
                "reference_image_urls",
                "reference_video_urls",
                "reference_audio_urls",
                "elements",
                "scene_image_urls")) {
            rows.add(row(
                    "rules. queue.",
                    field + " is not looked at",
                    without(issue -> issue.at("/path/0").asText().equals(field))));
        }
        for (var text : List.of(
                "At least one reference is required for this model",
                "At least one visual input is required: image_url, elements, or scene_image_urls",
                "image_url is required for image to video models",
                "Use upscale_factor instead of resolution",
                "Reference audio requires at least one image or video")) {
            rows.add(row(
                    "rules. queue.",
                    "never said: " + text,
                    without(issue -> issue.path("message").asText().equals(text))));
        }
        rows.add(row(
                "retrieve.",
                "the type of queue_id is not looked at",
                withoutOn(
                        "/video/retrieve", issue -> issue.at("/path/0").asText().equals("queue_id"))));
        rows.add(row(
                "complete.",
                "complete takes any model",
                withoutOn(
                        "/video/complete", issue -> issue.at("/path/0").asText().equals("model"))));
        rows.add(row(
                "rules.",
                "prompts may be one longer",
                editJson(
                        "/video/queue",
                        400,
                        body -> body.path("issues").forEach(issue -> {
                            var text = issue.path("message").asText();
                            if (text.matches("String must contain at most \\d+ character.*")) {
                                var most = Integer.parseInt(text.replaceAll("\\D", ""));
                                ((ObjectNode) issue)
                                        .put("message", text.replace("" + most, "" + (most + 1)))
                                        .put("maximum", most + 1);
                            }
                        }))));
        return rows;
    }
}
