package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reply in the form in which two APIs can be compared: what may differ from one server, key or minute to the next stands
 * as a word for its kind, and money as what it has moved by since the conversation began.
 */
final class ComparableReply {

    /** A video of fewer bytes is no video that a client could show. */
    private static final int LEAST_VIDEO = 1000;

    /** Fields whose values are of the moment, by what stands for them. */
    private static final Map<String, String> OF_THE_MOMENT = Map.ofEntries(
            Map.entry("queue_id", "<id>"),
            Map.entry("download_url", "<link>"),
            Map.entry("average_execution_time", "<milliseconds>"),
            Map.entry("execution_duration", "<milliseconds>"),
            Map.entry("nonce", "<nonce>"),
            Map.entry("created", "<instant>"),
            Map.entry("domain", "<host>"),
            Map.entry("uri", "<address>"),
            Map.entry("url", "<address>"),
            Map.entry("nextEpochBegins", "<instant>"),
            Map.entry("keyExpiration", "<instant>"),
            Map.entry("last6Chars", "<key>"));

    private static final Set<String> MONEY = Set.of("USD", "DIEM", "VCU", "diem", "usd", "balanceUsd", "balance");
    private static final Map<String, String> HEADERS = headers();
    private static final String EXACT = "exact";
    private static final String MONEY_KIND = "money";

    private final String origin;
    private final Map<String, BigDecimal> atFirst = new LinkedHashMap<>();

    /**
     * @param baseUrl of the server whose replies these are
     */
    ComparableReply(String baseUrl) {
        this.origin = baseUrl.replaceFirst("^(https?://[^/]+).*", "$1");
    }

    private static Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        for (var name : new String[] {
            "access-control-allow-origin",
            "x-ratelimit-type",
            "x-ratelimit-limit-requests",
            "x-ratelimit-limit-tokens",
            "x-venice-model-id",
            "x-venice-model-name",
            "x-venice-model-deprecation-date",
            "www-authenticate",
            "allow"
        }) {
            headers.put(name, EXACT);
        }
        for (var name : new String[] {
            "cf-ray",
            "x-venice-version",
            "x-ratelimit-remaining-requests",
            "x-ratelimit-reset-requests",
            "x-ratelimit-remaining-tokens",
            "x-ratelimit-reset-tokens",
            "retry-after",
            "etag"
        }) {
            headers.put(name, "kind");
        }
        headers.put("payment-required", "base64");
        headers.put("x-venice-balance-usd", MONEY_KIND);
        headers.put("x-venice-balance-diem", MONEY_KIND);
        headers.put("x-balance-remaining", MONEY_KIND);
        return headers;
    }

    ObjectNode of(TargetReply reply) {
        var form = Json.object().put("status", reply.status());
        form.put("contentType", contentType(reply));
        var headers = form.putObject("headers");
        HEADERS.forEach((name, kind) ->
                reply.header(name).ifPresent(value -> headers.set(name, header(name, kind, value))));
        form.set("body", body(reply));
        return form;
    }

    /** Neither letters nor blanks nor quotes make another type of it. */
    private static String contentType(TargetReply reply) {
        return reply.header("content-type").orElse("").toLowerCase(Locale.ROOT).replaceAll("[ \"]", "");
    }

    private JsonNode header(String name, String kind, String value) {
        return switch (kind) {
            case EXACT -> TextNode.valueOf(value);
            case MONEY_KIND -> money(name, value);
            case "base64" -> decoded(value).map(json -> plain("", json)).orElse(TextNode.valueOf("<no base64 JSON>"));
            default -> TextNode.valueOf(kindOf(value));
        };
    }

    /** A number by its length, since seconds and milliseconds differ in it. */
    private static String kindOf(String value) {
        if (value.matches("\\d{9,}")) {
            return "<" + value.length() + " digits>";
        }
        return value.matches("-?[\\d.]+") ? "<number>" : "<text>";
    }

    private static Optional<JsonNode> decoded(String value) {
        try {
            return Optional.of(Json.read(Base64.getDecoder().decode(value)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private JsonNode body(TargetReply reply) {
        if (reply.isVideo()) {
            var isMp4 = reply.body().length > LEAST_VIDEO
                    && new String(reply.body(), 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp");
            return TextNode.valueOf(isMp4 ? "<an MP4 file>" : "<no MP4 file>");
        }
        var json = reply.json();
        return json.isMissingNode() && reply.body().length > 0
                ? TextNode.valueOf("<" + reply.text() + ">")
                : plain("", json);
    }

    private JsonNode plain(String field, JsonNode value) {
        var stands = OF_THE_MOMENT.get(field);
        if (stands != null && value.isValueNode() && !value.isNull()) {
            return TextNode.valueOf(value.isTextual() || value.isNumber() ? stands : stands + " of another type");
        }
        if (value.isNumber() && MONEY.contains(field)) {
            return money(field, value.decimalValue().toPlainString());
        }
        if (value instanceof ObjectNode object) {
            var result = Json.object();
            object.properties().forEach(entry -> result.set(entry.getKey(), plain(entry.getKey(), entry.getValue())));
            return result;
        }
        if (value instanceof ArrayNode list) {
            var result = Json.mapper().createArrayNode();
            list.forEach(item -> result.add(plain(field, item)));
            return result;
        }
        return value.isTextual() ? TextNode.valueOf(text(value.textValue())) : value;
    }

    private String text(String value) {
        return value.replace(origin, "<origin>")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-]\\d\\d:?\\d\\d)", "<instant>")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>");
    }

    /** What money has moved by since it was first told of in this conversation. */
    private JsonNode money(String name, String value) {
        return TextNode.valueOf(PlainNumber.of(value)
                .map(now -> now.subtract(atFirst.computeIfAbsent(name, first -> now)))
                .map(moved -> "<moved by " + moved.stripTrailingZeros().toPlainString() + ">")
                .orElse("<no amount>"));
    }
}
