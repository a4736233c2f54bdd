package dev.venicesim.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.fuzz.FuzzInput.Answer;
import dev.venicesim.json.Json;
import dev.venicesim.media.probe.fixtures.Fixtures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/** Inputs for every operation of the simulated API, media of every format among them. */
final class ApiInputs {

    private static final int KEYS = 40;

    private static final String[] GETS = {
        "/models",
        "/models/traits",
        "/models/compatibility_mapping",
        "/billing/balance",
        "/billing/usage",
        "/billing/usage-analytics",
        "/api_keys/rate_limits",
        "/api_keys/rate_limits/log",
        "/x402/balance/0x0000000000000000000000000000000000000001",
        "/x402/transactions/0x0000000000000000000000000000000000000001",
        "/video/quote",
        "/nowhere"
    };
    private static final String[] POSTS = {
        "/video/quote", "/video/queue", "/video/retrieve", "/video/complete", "/video/transcriptions", "/x402/top-up"
    };
    private static final String[] PARAMETERS = {
        "type",
        "limit",
        "page",
        "cursor",
        "startDate",
        "endDate",
        "currency",
        "sortOrder",
        "pageSize",
        "lookback",
        "offset",
        "format"
    };
    private static final String[] MEDIA_FIELDS = {
        "image_url",
        "video_url",
        "audio_url",
        "end_image_url",
        "reference_image_urls",
        "reference_video_urls",
        "reference_audio_urls"
    };

    private final List<JsonNode> models;
    private final List<byte[]> media = List.of(
            Fixtures.png(640, 480, "venice-sim:face"),
            Fixtures.jpeg(640, 480, "venice-sim:face"),
            Fixtures.gif(640, 480),
            Fixtures.bmp(8, 8),
            Fixtures.tiff(640, 480),
            Fixtures.webp(640, 480),
            Fixtures.webpLossy(640, 480),
            Fixtures.webpLossless(640, 480),
            Fixtures.heic(640, 480),
            Fixtures.turnedHeic(640, 480),
            Fixtures.mov(640, 480, 2, 30),
            Fixtures.fragmentedMp4(640, 480, 2, 30),
            Fixtures.webm(640, 480, 1, 10),
            Fixtures.wav(0.1),
            Fixtures.extensibleWav(0.1),
            Fixtures.rf64(0.1),
            Fixtures.mp3(0.5),
            Fixtures.taggedMp3(10, 10));

    /**
     * Inputs about these models.
     *
     * @param models of the catalogue, as the API lists them
     */
    ApiInputs(List<JsonNode> models) {
        this.models = models;
    }

    FuzzInput post(RandomGenerator random) {
        var path = InputMaker.one(random, POSTS);
        var body = Mutations.of(
                path.equals("/video/retrieve") || path.equals("/video/complete") ? job(random) : order(random), random);
        return FuzzInput.request(
                "api post",
                Answer.NO_SERVER_ERROR,
                method("POST", random),
                "/api/v1" + path + query(random),
                headers(random),
                body);
    }

    FuzzInput get(RandomGenerator random) {
        return FuzzInput.request(
                "api get",
                Answer.NO_SERVER_ERROR,
                method("GET", random),
                "/api/v1" + InputMaker.one(random, GETS) + query(random),
                headers(random),
                new byte[0]);
    }

    /** A download link that is no link of ours, or not any more. */
    FuzzInput link(RandomGenerator random) {
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(Mutations.bytes(new byte[60], random));
        return FuzzInput.request(
                "link",
                Answer.NO_SERVER_ERROR,
                InputMaker.one(random, "GET", "HEAD", "DELETE", "POST", "PUT"),
                "/v1/share/read/" + token,
                headers(random) + "Range: bytes=" + Mutations.number(random) + "-\r\n",
                new byte[0]);
    }

    /** A medium that was changed, in an order that is right but for it. */
    FuzzInput medium(RandomGenerator random) {
        var order = order(random);
        var bytes = Mutations.bytes(media.get(random.nextInt(media.size())), random);
        var type = InputMaker.one(
                random,
                "image/png",
                "image/jpeg",
                "image/tiff",
                "image/gif",
                "image/webp",
                "image/heic",
                "video/mp4",
                "video/webm",
                "audio/wav",
                "audio/mpeg",
                "application/octet-stream",
                "");
        var url = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
        var field = InputMaker.one(random, MEDIA_FIELDS);
        if (field.endsWith("s")) {
            order.putArray(field).add(url);
        } else {
            order.put(field, url);
        }
        return FuzzInput.request(
                "medium", Answer.NO_SERVER_ERROR, "POST", "/api/v1/video/queue", headers(random), Json.bytes(order));
    }

    private ObjectNode order(RandomGenerator random) {
        var model = models.get(random.nextInt(models.size()));
        var constraints = model.path("model_spec").path("constraints");
        var order = Json.object().put("model", model.path("id").asText()).put("prompt", prompt(random));
        first(order, "duration", constraints.path("durations"), random);
        first(order, "resolution", constraints.path("resolutions"), random);
        first(order, "aspect_ratio", constraints.path("aspect_ratios"), random);
        if (random.nextInt(3) == 0) {
            order.put("image_url", "https://h/still-1280x720.png");
        }
        if (random.nextInt(6) == 0) {
            order.putObject("consents").put("version", "v2.0").put("accepted", true);
        }
        if (random.nextInt(8) == 0) {
            order.putArray("elements").addObject().put("frontal_image_url", "https://h/face-640x640.png");
            order.putArray("keyframes").addObject().put("time", 1);
        }
        return order;
    }

    private static void first(ObjectNode order, String field, JsonNode values, RandomGenerator random) {
        if (!values.isEmpty()) {
            order.set(field, values.get(random.nextInt(values.size())));
        }
    }

    /** None that asks for a server error. */
    private static String prompt(RandomGenerator random) {
        return InputMaker.one(
                random,
                "a gondola",
                "[sim:refused]",
                "[sim:violation]",
                "[sim:stuck]",
                "[sim:time=1s]",
                "[sim:polls=1]");
    }

    private static ObjectNode job(RandomGenerator random) {
        return Json.object()
                .put("model", "wan-2.6-text-to-video")
                .put(
                        "queue_id",
                        InputMaker.one(random, "019aab00-0000-7000-8000-000000000000", "x", Mutations.text(random)))
                .put("delete_media_on_completion", random.nextBoolean());
    }

    private static String method(String usual, RandomGenerator random) {
        return random.nextInt(12) == 0
                ? InputMaker.one(
                        random, "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "CONNECTX", "get")
                : usual;
    }

    static String query(RandomGenerator random) {
        if (random.nextInt(3) != 0) {
            return "";
        }
        var query = new StringBuilder("?");
        for (var i = random.nextInt(4); i >= 0; i--) {
            query.append(InputMaker.one(random, PARAMETERS))
                    .append(InputMaker.one(random, "=", "", "==", "%3D"))
                    .append(URLEncoder.encode(
                            random.nextBoolean() ? Mutations.number(random) : Mutations.text(random),
                            StandardCharsets.UTF_8))
                    .append(InputMaker.one(random, "&", "&&", ";", ""));
        }
        return random.nextInt(300) == 0 ? "?" + "&".repeat(20_000) : query.toString();
    }

    static String key(RandomGenerator random) {
        return random.nextInt(8) == 0 ? restoredKey(random) : "calm-" + random.nextInt(KEYS);
    }

    /** A key whose world may have been made of a snapshot. */
    static String restoredKey(RandomGenerator random) {
        return "restored-" + random.nextInt(4);
    }

    private static String headers(RandomGenerator random) {
        var headers = new StringBuilder();
        switch (random.nextInt(10)) {
            case 0 ->
                headers.append("Authorization: ")
                        .append(InputMaker.one(random, "Bearer", "Bearer ", "Basic eDp5", "bearer x", "Bearer bad-1"))
                        .append("\r\n");
            case 1 -> headers.append("SIGN-IN-WITH-X: ").append(encoded(random)).append("\r\n");
            case 2 ->
                headers.append("PAYMENT-SIGNATURE: ").append(encoded(random)).append("\r\n");
            case 3 -> headers.append("X-PAYMENT: ").append(encoded(random)).append("\r\n");
            default ->
                headers.append("Authorization: Bearer ").append(key(random)).append("\r\n");
        }
        headers.append("Content-Type: ")
                .append(InputMaker.one(
                        random,
                        "application/json",
                        "application/json",
                        "application/json",
                        "application/json; charset=utf-16",
                        "text/plain",
                        "multipart/form-data",
                        "application/x-www-form-urlencoded",
                        ";"))
                .append("\r\n");
        if (random.nextInt(10) == 0) {
            headers.append(InputMaker.one(
                            random,
                            "Range: bytes=0-",
                            "Accept-Encoding: gzip;q=2,*",
                            "If-None-Match: *",
                            "Origin: null",
                            "Access-Control-Request-Method: X",
                            "Expect: 100-continue",
                            "X-Forwarded-For: ,",
                            "Cookie: a=b;;=",
                            "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                            "traceparent: fe-" + "-".repeat(random.nextInt(100)) + "\r\ntraceparent: 00",
                            "X-Large: " + "x".repeat(8000)))
                    .append("\r\n");
        }
        return headers.toString();
    }

    /** What the wallet's headers hold, changed. */
    private static String encoded(RandomGenerator random) {
        var payload = Json.object().put("x402Version", 2).put("scheme", "exact").put("network", "eip155:8453");
        payload.put("address", "0x0000000000000000000000000000000000000001")
                .put("message", "h wants you to sign in")
                .put("signature", "0x00")
                .put("timestamp", 1_790_000_000_000L)
                .put("chainId", 8453);
        payload.putObject("payload")
                .put("signature", "0x00")
                .putObject("authorization")
                .put("value", "5000000")
                .put("validBefore", "1");
        var bytes = Mutations.of(payload, random);
        return random.nextInt(10) == 0 ? "!!" : Base64.getEncoder().encodeToString(bytes);
    }
}
