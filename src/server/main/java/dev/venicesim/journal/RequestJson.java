package dev.venicesim.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.net.CredentialMask;
import java.util.List;
import java.util.stream.Stream;

/** Requests as the control API lists them, credentials masked. */
public final class RequestJson {

    private RequestJson() {}

    /** A request without its headers and bodies. */
    public static ObjectNode line(RequestRecord entry) {
        return line(entry, why(entry));
    }

    /** A request without its headers and bodies, with these reasons instead of its own. */
    public static ObjectNode line(RequestRecord entry, List<String> reasons) {
        var json = Json.object()
                .put("n", entry.n())
                .put("ray", entry.ray().orElse(null))
                .put("at", entry.at().toString())
                .put("sender", entry.sender())
                .put("method", entry.method())
                .put("path", CredentialMask.maskUrl(entry.path()))
                .put("query", query(entry))
                .put("endpoint", entry.endpoint())
                .put("status", entry.status())
                .put("micros", entry.micros())
                .put("by", entry.by());
        entry.sent()
                .end()
                .ifPresent(
                        end -> json.putObject("sent").put("bytes", end.bytes()).put("of", end.of()));
        var why = json.putArray("why");
        reasons.forEach(line -> why.add(CredentialMask.maskText(line)));
        return json;
    }

    /** A request with its headers and bodies. */
    public static ObjectNode whole(RequestRecord entry, List<String> reasons) {
        var json = line(entry, reasons);
        json.set("request", message(entry.exchange().request()).put("query", query(entry)));
        json.set("reply", message(entry.exchange().reply()));
        return json;
    }

    /** The query as it may be shown. */
    public static String query(RequestRecord entry) {
        return CredentialMask.maskUrl("?" + entry.exchange().query()).substring(1);
    }

    /** Every reason, and what became of a reply that broke off. */
    public static List<String> why(RequestRecord entry) {
        return entry.sent()
                .end()
                .filter(end -> !end.isWhole())
                .map(end ->
                        "the connection broke after " + end.bytes() + " of " + end.of() + " bytes of the reply's body")
                .map(broke ->
                        Stream.concat(entry.why().stream(), Stream.of(broke)).toList())
                .orElse(entry.why());
    }

    private static ObjectNode message(RecordedExchange.Message message) {
        var json = Json.object();
        var headers = json.putObject("headers");
        message.headers().forEach((name, value) -> headers.put(name, CredentialMask.mask(name, value)));
        json.set("body", Bodies.json(message.body()));
        return json;
    }
}
