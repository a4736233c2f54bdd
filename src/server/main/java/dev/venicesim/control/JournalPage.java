package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.journal.RequestJson;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Request;
import java.util.List;
import java.util.function.Predicate;

/**
 * Part of a journal that a call asks for, oldest first.
 *
 * @param before only entries with a lower number; of these the latest
 * @param after only entries with a higher number; of these the first
 * @param limit how many at most
 */
record JournalPage(long before, long after, long limit) {

    static JournalPage of(Request request) {
        return new JournalPage(
                number(request, "before", Long.MAX_VALUE),
                number(request, "after", 0),
                number(request, "limit", Long.MAX_VALUE));
    }

    /** A query parameter that is a whole number. */
    static long number(Request request, String name, long absent) {
        var text = request.parameter(name);
        if (text.filter(value -> !value.matches("\\d{1,15}")).isPresent()) {
            throw ProblemException.badRequest(name + " is a whole number, not \"" + text.get() + "\"");
        }
        return text.map(Long::parseLong).orElse(absent);
    }

    /** The page, and whether more entries fit than it holds. */
    ObjectNode of(List<RequestRecord> entries, Predicate<RequestRecord> wanted) {
        var fitting = entries.stream()
                .filter(entry -> entry.n() < before && entry.n() > after)
                .filter(wanted)
                .toList();
        var size = (int) Math.min(limit, fitting.size());
        var from = after > 0 ? 0 : fitting.size() - size;
        var json = Json.object();
        var requests = json.putArray("requests");
        fitting.subList(from, from + size).forEach(entry -> requests.add(RequestJson.line(entry)));
        return json.put("more", size < fitting.size());
    }
}
