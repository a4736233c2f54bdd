package dev.venicesim.contract.oracle;

import dev.venicesim.api.Verified;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** Oracle of what a link tells of its video: a length and parts, as it then sends them. */
@Verified(on = "2026-08-22", source = "docs/api/download-links.md#parts-of-a-video")
final class LinkReplies {

    private static final String LENGTH = "content-length";
    private static final String RANGE = "content-range";
    private static final String RANGES = "accept-ranges";

    private LinkReplies() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        var lengths = new HashMap<String, Integer>();
        var parts = new HashSet<String>();
        var links = exchanges.stream().filter(ObservedExchange::isLink).toList();
        for (var exchange : links) {
            if (exchange.reply().ok() && isRead(exchange) && !ReplyForm.isEmpty(exchange.reply())) {
                lengths.put(exchange.request().path(), exchange.reply().body().length);
            }
            if (exchange.reply().status() == 206) {
                parts.add(exchange.request().path());
            }
        }
        for (var exchange : links) {
            var link = exchange.request().path();
            if (exchange.reply().status() >= 400
                    && exchange.reply().isVideo()
                    && !ReplyForm.isEmpty(exchange.reply())) {
                found.add(exchange.header("content-type", "no video beside a refusal"));
            }
            var length = lengths.getOrDefault(link, 0);
            if (length > 0
                    && exchange.reply().ok()
                    && exchange.request().method().equals("HEAD")) {
                exchange.reply()
                        .header(LENGTH)
                        .filter(told -> !told.equals(Integer.toString(length)))
                        .ifPresent(told -> found.add(exchange.header(LENGTH, length + ", as GET sends")));
            }
            if (length > 0 && exchange.reply().status() == 416) {
                var wanted = "bytes */" + length;
                ReplyHeaders.need(exchange, RANGE, wanted, wanted::equals, found);
            }
            if (parts.contains(link)
                    && exchange.reply().header(RANGES).filter("none"::equals).isPresent()) {
                found.add(exchange.header(RANGES, "bytes, since parts are sent"));
            }
        }
        return found;
    }

    private static boolean isRead(ObservedExchange exchange) {
        return exchange.request().method().equals("GET") && exchange.reply().isVideo();
    }
}
