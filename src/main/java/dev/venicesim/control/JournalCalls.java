package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.journal.Entry;
import dev.venicesim.journal.Journal;
import dev.venicesim.journal.Journals;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.World;
import java.util.List;
import java.util.Optional;

/** Reading what was asked and answered, and why. */
final class JournalCalls {

    private final Journals journals;

    JournalCalls(Journals journals) {
        this.journals = journals;
    }

    Reply list(World world, Request request) {
        var endpoint = request.parameter("endpoint");
        var status = request.parameter("status");
        var body = Json.object();
        var requests = body.putArray("requests");
        entries(world).stream()
                .filter(entry -> endpoint.map(entry.endpoint()::equals).orElse(true))
                .filter(entry ->
                        status.map(String.valueOf(entry.status())::equals).orElse(true))
                .forEach(entry -> requests.add(json(entry)));
        return Reply.json(200, body);
    }

    Reply show(World world, String number) {
        return entries(world).stream()
                .filter(entry -> Long.toString(entry.n()).equals(number))
                .findFirst()
                .map(entry -> Reply.json(200, json(entry)))
                .orElseThrow(() -> Problem.notFound("the journal of this world has no request " + number));
    }

    private List<Entry> entries(World world) {
        return Optional.of(world.id())
                .flatMap(journals::of)
                .map(Journal::entries)
                .orElse(List.of());
    }

    private static ObjectNode json(Entry entry) {
        var json = Json.object()
                .put("n", entry.n())
                .put("at", entry.at().toString())
                .put("method", entry.method())
                .put("path", entry.path())
                .put("endpoint", entry.endpoint())
                .put("status", entry.status())
                .put("micros", entry.micros())
                .put("by", entry.by());
        var why = json.putArray("why");
        entry.why().forEach(why::add);
        return json;
    }
}
