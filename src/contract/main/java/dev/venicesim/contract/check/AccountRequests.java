package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Requests about an account, and about the lists of models: every parameter with values that fit and values that do not. */
final class AccountRequests {

    private static final List<String> READS = List.of(
            "/billing/balance",
            "/billing/usage",
            "/billing/usage-history",
            "/billing/usage-analytics",
            "/api_keys/rate_limits",
            "/api_keys/rate_limits/log");

    private static final List<String> HISTORY = List.of(
            "pageSize=10",
            "pageSize=1000",
            "pageSize=9",
            "pageSize=1001",
            "pageSize=x",
            "pageSize=10.5",
            "currency=USD",
            "currency=EUR",
            "currency=usd",
            "cursor=venice-sim-none",
            "cursor=venice-sim-none&pageSize=10",
            "startTimestamp=2026-05-01T00:00:00.000Z&endTimestamp=2026-05-02T00:00:00.000Z",
            "startTimestamp=2026-05-02T00:00:00.000Z&endTimestamp=2026-05-01T00:00:00.000Z",
            "startTimestamp=2026-05-01T00:00:00.000Z&endTimestamp=2026-05-01T00:00:00.000Z",
            "startTimestamp=yesterday",
            "endTimestamp=2026-13-01");

    private static final List<String> ANALYTICS = List.of(
            "lookback=1d",
            "lookback=30d",
            "lookback=90d",
            "lookback=0d",
            "lookback=91d",
            "lookback=7",
            "lookback=2w",
            "startDate=2026-05-01",
            "endDate=2026-05-01",
            "startDate=2026-05-01&endDate=2026-05-03",
            "startDate=2026-05-03&endDate=2026-05-01",
            "startDate=2026-01-01&endDate=2026-05-01",
            "startDate=soon&endDate=later",
            "lookback=7d&startDate=2026-05-01&endDate=2026-05-03");

    private static final List<String> USAGE = List.of(
            "limit=1",
            "limit=500",
            "limit=501",
            "limit=0",
            "limit=x",
            "page=1",
            "page=0",
            "page=1000",
            "sortOrder=asc",
            "sortOrder=desc",
            "sortOrder=up",
            "currency=USD",
            "currency=DIEM",
            "currency=EUR",
            "startDate=2026-05-01T00:00:00.000Z&endDate=2026-05-02T00:00:00.000Z",
            "startDate=yesterday",
            "limit=501&page=0&sortOrder=up&currency=EUR&startDate=x&endDate=y");

    private static final List<String> TYPES = List.of(
            "asr",
            "embedding",
            "image",
            "music",
            "text",
            "tts",
            "upscale",
            "inpaint",
            "video",
            "decision",
            "all",
            "code",
            "VIDEO",
            "videos",
            "");

    static final List<String> ROUTES = List.of(
            "/models",
            "/models/traits",
            "/models/compatibility_mapping",
            "/video/quote",
            "/video/queue",
            "/video/retrieve",
            "/video/complete",
            "/video/transcriptions",
            "/billing/balance",
            "/billing/usage",
            "/billing/usage-history",
            "/billing/usage-analytics",
            "/api_keys/rate_limits",
            "/api_keys/rate_limits/log",
            "/x402/top-up",
            "/x402/balance/0x5555555555555555555555555555555555555555",
            "/x402/transactions/0x5555555555555555555555555555555555555555");

    private AccountRequests() {}

    /** With a key. */
    static List<TargetRequest> account() {
        var rows = Stream.of(
                        READS.stream(),
                        HISTORY.stream().map(query -> "/billing/usage-history?" + query),
                        ANALYTICS.stream().map(query -> "/billing/usage-analytics?" + query),
                        USAGE.stream().map(query -> "/billing/usage?" + query))
                .flatMap(paths -> paths)
                .map(TargetRequest::get);
        var tables = Stream.of("/billing/usage", "/billing/usage-history", "/billing/usage-history?pageSize=10")
                .map(path -> TargetRequest.get(path).with("Accept", "text/csv"));
        return Stream.concat(rows, tables).map(TargetRequest::withKey).toList();
    }

    /** By somebody who names no key, or one that nobody has. */
    static List<TargetRequest> ofNobody() {
        return Stream.concat(
                        READS.stream().map(TargetRequest::get),
                        Stream.of("/billing/balance", "/api_keys/rate_limits")
                                .map(path -> TargetRequest.get(path).withBadKey()))
                .toList();
    }

    /** Lists of models, which anybody may read; those that are refused with a key, since fewer failures are borne of nobody. */
    static List<TargetRequest> models() {
        var calls = new ArrayList<TargetRequest>();
        calls.add(TargetRequest.get("/models"));
        calls.add(TargetRequest.get("/models").withKey());
        for (var type : TYPES) {
            calls.add(TargetRequest.get("/models?type=" + type).withKey());
            calls.add(TargetRequest.get("/models/traits?type=" + type).withKey());
            calls.add(TargetRequest.get("/models/compatibility_mapping?type=" + type)
                    .withKey());
        }
        for (var route : List.of("/models/traits", "/models/compatibility_mapping")) {
            calls.add(TargetRequest.get(route));
            calls.add(TargetRequest.get(route).withKey());
        }
        calls.add(TargetRequest.get("/models?type=video&type=text").withKey());
        calls.add(TargetRequest.get("/models?type=video&other=1").withKey());
        return calls;
    }

    /** What the page of another origin asks before it calls. */
    static List<TargetRequest> preflights() {
        return ROUTES.stream()
                .map(path -> TargetRequest.options(path)
                        .with("Origin", "https://docs.venice.ai")
                        .with(
                                "Access-Control-Request-Method",
                                path.startsWith("/video") || path.endsWith("top-up") ? "POST" : "GET")
                        .with(
                                "Access-Control-Request-Headers",
                                "authorization,content-type,sign-in-with-x,payment-signature"))
                .toList();
    }

    /** Those of a transcription that are refused. */
    static List<TargetRequest> transcriptions() {
        var address = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
        return Stream.of(
                        Json.object(),
                        Json.object().put("url", 7),
                        Json.object().putNull("url"),
                        Json.object().put("url", ""),
                        Json.object().put("url", "ftp://example.com/a"),
                        Json.object().put("url", "https://example.com/a"),
                        with(address, "response_format", "xml"),
                        with(address, "response_format", "JSON"),
                        Json.object().put("url", address).put("response_format", 7),
                        Json.object()
                                .put("url", "no address")
                                .put("response_format", "xml")
                                .put("extra", 1))
                .map(body -> TargetRequest.post("/video/transcriptions", body).withKey())
                .toList();
    }

    private static ObjectNode with(String address, String name, String value) {
        return Json.object().put("url", address).put(name, value);
    }
}
