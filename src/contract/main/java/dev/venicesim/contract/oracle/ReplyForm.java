package dev.venicesim.contract.oracle;

import dev.venicesim.api.Verified;
import dev.venicesim.contract.http.TargetReply;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Oracles of a reply's outer form: its media type, its characters, its encoding. */
@Verified(
        on = "2026-08-21",
        source = "docs/api/limits-and-headers.md#headers-of-every-reply, docs/api/limits-and-headers.md#compression")
final class ReplyForm {

    private static final String JSON = "application/json";

    private ReplyForm() {}

    static List<Deviation> type(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        for (var exchange : exchanges) {
            if (!isEmpty(exchange.reply())) {
                type(exchange, ReplyKinds.types(exchange, reference.edition())).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Deviation> type(ObservedExchange exchange, List<String> allowed) {
        var header = exchange.reply().header("content-type").orElse("");
        var parts = header.toLowerCase(Locale.ROOT).split(";", 2);
        var type = parts[0].trim();
        if (allowed.isEmpty()) {
            return Optional.empty();
        }
        if (!allowed.contains(type)) {
            return Optional.of(exchange.header("content-type", String.join(" or ", allowed)));
        }
        var charset = parts.length == 1 ? "" : parts[1].replace("\"", "").trim();
        if (!charset.isEmpty() && !charset.equals("charset=utf-8")) {
            return Optional.of(exchange.header("content-type", type + ", in UTF-8"));
        }
        return type.equals(JSON) ? body(exchange) : Optional.empty();
    }

    private static Optional<Deviation> body(ObservedExchange exchange) {
        if (new String(exchange.reply().body(), StandardCharsets.UTF_8).startsWith("\uFEFF")) {
            return Optional.of(exchange.at("body", "JSON from the first byte on", "a byte order mark before it"));
        }
        if (!isUtf8(exchange.reply().body())) {
            return Optional.of(exchange.at("body", "text in UTF-8", "bytes that are no UTF-8"));
        }
        return exchange.reply().json().isMissingNode()
                ? Optional.of(exchange.at(
                        "body",
                        "JSON, as the content type says",
                        exchange.reply().text()))
                : Optional.empty();
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What was asked for and encoded as it said was decoded on its way here, and names its encoding no more. */
    static List<Deviation> encoding(List<ObservedExchange> exchanges, Reference reference) {
        return exchanges.stream()
                .filter(exchange -> exchange.reply()
                        .header("content-encoding")
                        .filter(name -> !name.equalsIgnoreCase("identity"))
                        .isPresent())
                .map(exchange -> exchange.header(
                        "content-encoding",
                        exchange.request().isForGzip()
                                ? "a body that is encoded so"
                                : "absent, since the request allows no coding"))
                .toList();
    }

    /** A reply without a body, or one whose body was not kept. */
    static boolean isEmpty(TargetReply reply) {
        return reply.body().length == 0;
    }
}
