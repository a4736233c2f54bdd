package dev.venicesim.acceptance;

/** Bodies that the API takes, for tests whose subject is something else. */
public final class Requests {

    /** Costs 0.55 USD. Source: docs/api/money-and-prices.md#prices-that-were-seen. */
    public static final String WAN = """
            {"model":"wan-2.6-text-to-video","prompt":"a gondola","duration":"5s","aspect_ratio":"16:9","resolution":"720p"}""";

    /** A private model: its reply carries a download link. */
    public static final String PRIVATE_GROK = """
            {"model":"grok-imagine-text-to-video-private","prompt":"a gondola","duration":"5s","aspect_ratio":"16:9","resolution":"480p"}""";

    private Requests() {}

    /** The same body with another prompt. */
    public static String wan(String prompt) {
        return WAN.replace("a gondola", prompt);
    }

    /** The body of retrieve and complete for a queue reply. */
    public static String ticket(Http.Answer queued) {
        var reply = queued.json();
        return "{\"model\":\"" + reply.path("model").asText() + "\",\"queue_id\":\""
                + reply.path("queue_id").asText() + "\"}";
    }
}
