package dev.venicesim.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The errors of consent and content policy, ours and the provider's. */
public final class ConsentErrors {

    private static final String POLICY_TEXT =
            "Your prompt violates the content policy of Venice.ai or the model provider";

    private ConsentErrors() {}

    /**
     * The 409 that asks for consent.
     *
     * @param roles wire names of the media that hold a face
     */
    @Verified(on = "2026-08-21", source = "docs/api/consent-and-content.md#the-question")
    public static ApiError needsConsent(List<String> roles, String version, String policyText) {
        var body = Json.object();
        body.putObject("error")
                .put("code", "needs_consent")
                .put("message", "Seedance consent is required for this request.");
        body.put("consent_flow", "seedance");
        var listed = body.putArray("face_media_roles");
        roles.forEach(listed::add);
        body.putObject("consent").put("consent_version", version).put("policy_text", policyText);
        body.put("docs_url", "https://docs.venice.ai/guides/media/seedance-face-consent");
        return new ApiError(409, body, Map.of());
    }

    /**
     * The 422 of content that no consent unlocks.
     *
     * @param form where its token stands, by quirk {@code content-violation-body}
     */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/consent-and-content.md#content-refusals-at-queue,"
                    + " docs/api/disagreements.md#token-of-a-content-refusal")
    public static ApiError contentPolicyViolation(ContentForm form) {
        return violation(form, POLICY_TEXT, "CONTENT_POLICY_VIOLATION")
                .withHeader("x-venice-is-content-violation", "true");
    }

    /** The same for a minor, which has a header of its own. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/consent-and-content.md#minors-and-public-figures,"
                    + " docs/api/limits-and-headers.md#content-headers")
    public static ApiError minorInContent(ContentForm form) {
        return contentPolicyViolation(form).withHeader("x-venice-contains-minor", "true");
    }

    /**
     * The 422 of an image with a face that is too wide or too tall. No text is documented, so the token is the text.
     */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/consent-and-content.md#ratio-of-a-face-picture,"
                    + " docs/api/disagreements.md#token-of-a-content-refusal")
    public static ApiError imageAspectRatioOutOfBounds(ContentForm form) {
        return violation(form, "IMAGE_ASPECT_RATIO_OUT_OF_BOUNDS", "IMAGE_ASPECT_RATIO_OUT_OF_BOUNDS");
    }

    private static ApiError violation(ContentForm form, String text, String token) {
        return switch (form) {
            case MESSAGE -> new ApiError(422, Json.object().put("error", text).put("code", token), Map.of());
            case TOKEN -> ApiError.standard(422, token);
        };
    }

    /**
     * The provider's refusal, met on retrieve, with no model to try instead.
     *
     * @param refunded whether the charge was given back
     */
    @Verified(on = "2026-08-21", source = "docs/api/consent-and-content.md#refusals-by-the-provider")
    public static ApiError providerContentPolicy(boolean refunded) {
        return provider(refunded, "", error -> {});
    }

    /**
     * The provider's refusal, met on retrieve.
     *
     * @param recommendedModel id of a model to try instead
     */
    @Verified(on = "2026-08-21", source = "docs/api/consent-and-content.md#refusals-by-the-provider")
    public static ApiError providerContentPolicy(boolean refunded, String recommendedModel) {
        var advice = " Try using " + recommendedModel + " instead.";
        return provider(refunded, advice, error -> error.put("recommended_model", recommendedModel));
    }

    private static ApiError provider(boolean refunded, String advice, Consumer<ObjectNode> recommendation) {
        var body = Json.object();
        var error = body.putObject("error");
        error.put(
                "message",
                "The selected model provider rejected this request due to its content policies." + refund(refunded)
                        + advice);
        error.put("type", "provider_content_policy");
        recommendation.accept(error);
        error.put("credits_refunded", refunded);
        return new ApiError(422, body, Map.of());
    }

    /** The same refusal as a string, by quirk {@code provider-refusal-body}. */
    @Verified(on = "2026-08-21", source = "docs/api/consent-and-content.md#refusals-as-a-text")
    public static ApiError providerContentPolicyString(boolean refunded) {
        var message = "Your generation was blocked due to the model provider's content policies." + refund(refunded);
        return new ApiError(422, Json.object().put("error", message).put("credits_refunded", refunded), Map.of());
    }

    private static String refund(boolean refunded) {
        return refunded ? " Credits have been refunded." : "";
    }
}
