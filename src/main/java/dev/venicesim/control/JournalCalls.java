package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.auth.Credentials;
import dev.venicesim.journal.Bodies;
import dev.venicesim.journal.Entry;
import dev.venicesim.journal.Exchange;
import dev.venicesim.journal.Journal;
import dev.venicesim.journal.Journals;
import dev.venicesim.json.Json;
import dev.venicesim.time.Durations;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reading what was asked and answered, and why. */
final class JournalCalls {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Journals journals;
    private final Function<Entry, List<String>> more;

    /**
     * Calls over all journals.
     *
     * @param more what can be added to an entry's why when it is looked at by itself
     */
    JournalCalls(Journals journals, Function<Entry, List<String>> more) {
        this.journals = journals;
        this.more = more;
    }

    /** The entries that fit; with {@code wait}, once there are {@code count} of them or the time is over. */
    Reply list(World world, Request request) {
        var wanted = wanted(request);
        var wait = wait(request);
        var count = count(request);
        if (wait.isZero()) {
            return reply(entries(world), wanted);
        }
        var journal = journals.opened(world.id());
        return new Reply.Later(
                journal.await(wanted, count, wait.toMillis()).thenApply(done -> reply(journal.entries(), wanted)));
    }

    Reply show(World world, String number) {
        return entries(world).stream()
                .filter(entry -> Long.toString(entry.n()).equals(number))
                .findFirst()
                .map(entry -> Reply.json(200, whole(entry)))
                .orElseThrow(() -> Problem.notFound(
                        "the journal of this world has no request " + number + "; it keeps the latest"));
    }

    private static Predicate<Entry> wanted(Request request) {
        var endpoint = request.parameter("endpoint");
        var status = request.parameter("status");
        if (status.filter(text -> !text.matches("[1-5]\\d\\d")).isPresent()) {
            throw Problem.badRequest("status is an HTTP status such as 400, not \"" + status.get() + "\"");
        }
        return entry -> endpoint.map(entry.endpoint()::equals).orElse(true)
                && status.map(String.valueOf(entry.status())::equals).orElse(true);
    }

    private static Duration wait(Request request) {
        try {
            var wait = request.parameter("wait").map(Durations::parse).orElse(Duration.ZERO);
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                throw Problem.badRequest("wait is at most " + Durations.format(LONGEST_WAIT));
            }
            return wait;
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("wait: " + e.getMessage());
        }
    }

    private static int count(Request request) {
        var count = request.parameter("count").orElse("1");
        if (!count.matches("\\d{1,7}")) {
            throw Problem.badRequest("count is a whole number, not \"" + count + "\"");
        }
        return Integer.parseInt(count);
    }

    private static Reply.Now reply(List<Entry> entries, Predicate<Entry> wanted) {
        var body = Json.object();
        var requests = body.putArray("requests");
        entries.stream().filter(wanted).forEach(entry -> requests.add(line(entry, entry.why())));
        return Reply.json(200, body);
    }

    private List<Entry> entries(World world) {
        return journals.of(world.id()).map(Journal::entries).orElse(List.of());
    }

    private static ObjectNode line(Entry entry, List<String> whys) {
        var json = Json.object()
                .put("n", entry.n())
                .put("at", entry.at().toString())
                .put("method", entry.method())
                .put("path", Credentials.maskUrl(entry.path()))
                .put("endpoint", entry.endpoint())
                .put("status", entry.status())
                .put("micros", entry.micros())
                .put("by", entry.by());
        var why = json.putArray("why");
        whys.forEach(line -> why.add(Credentials.maskText(line)));
        return json;
    }

    private ObjectNode whole(Entry entry) {
        var whys = new ArrayList<>(entry.why());
        whys.addAll(more.apply(entry));
        var json = line(entry, whys);
        var query = Credentials.maskUrl("?" + entry.exchange().query()).substring(1);
        json.set("request", message(entry.exchange().request()).put("query", query));
        json.set("reply", message(entry.exchange().reply()));
        return json;
    }

    private static ObjectNode message(Exchange.Message message) {
        var json = Json.object();
        var headers = json.putObject("headers");
        message.headers().forEach((name, value) -> headers.put(name, Credentials.mask(name, value)));
        json.set("body", Bodies.json(message.body()));
        return json;
    }
}
