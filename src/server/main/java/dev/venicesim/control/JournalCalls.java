package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.EndpointFilter;
import dev.venicesim.journal.Journal;
import dev.venicesim.journal.JournalWait;
import dev.venicesim.journal.Journals;
import dev.venicesim.journal.RequestJson;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.time.Durations;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Calls that read what was asked and answered, and why. */
final class JournalCalls {

    static final QueryCheck QUERY =
            QueryCheck.of("endpoint", "sender", "status", "wait", "count", "before", "after", "limit");

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Journals journals;
    private final Function<RequestRecord, CompletionStage<List<String>>> more;
    private final Executor workers;
    private final String version;

    /**
     * Calls over all journals.
     *
     * @param context its workers write the replies of those who waited
     * @param more what can be added to an entry's why when it is looked at by itself
     */
    JournalCalls(ControlContext context, Function<RequestRecord, CompletionStage<List<String>>> more) {
        this.journals = context.services().journals();
        this.version = context.version();
        this.more = more;
        this.workers = context.workers();
    }

    /** The entries that fit; with {@code wait}, once there are {@code count} of them or the time is over. */
    Reply list(World world, Request request) {
        var wanted = wanted(request);
        var wait = wait(request);
        var count = count(request);
        var page = JournalPage.of(request);
        if (wait.isZero()) {
            return Reply.json(200, page.of(entries(world), wanted));
        }
        var journal = journals.opened(world.id());
        var waiting = await(journal, wanted, count);
        request.whenGone(waiting::giveUp);
        // many may be answered at once, by the thread of the request they waited for
        return new Reply.Later(waiting.within(wait.toMillis())
                .thenApplyAsync(
                        end -> end == JournalWait.End.GIVEN_UP
                                ? Reply.cut()
                                : Reply.json(200, page.of(journal.entries(), wanted)),
                        workers));
    }

    private static JournalWait await(Journal journal, Predicate<RequestRecord> wanted, int count) {
        try {
            return journal.await(wanted, count);
        } catch (Journal.TooManyWaitsException e) {
            throw ProblemException.busy(String.valueOf(e.getMessage()));
        }
    }

    /** One entry, by its number or by the {@code CF-RAY} of its reply. */
    Reply show(World world, String name) {
        var entry = entries(world).stream()
                .filter(kept -> Long.toString(kept.n()).equals(name)
                        || kept.ray().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(
                        "the journal of this world has no request " + name + "; it keeps the latest"));
        return whole(entry, json -> json);
    }

    /** The entry of any world whose reply carried a {@code CF-RAY}. */
    Reply withRay(String ray) {
        var found = journals.withRay(ray)
                .orElseThrow(
                        () -> ProblemException.notFound(
                                "no journal has a request whose reply carried this CF-RAY; each keeps the latest of its world"));
        return whole(found.getValue(), json -> json.put("world", found.getKey()));
    }

    /** The whole journal of a world as an HTTP archive. */
    Reply archive(World world, Request request) {
        var har = new Har(version, request.origin()).of(world.id(), entries(world));
        return Reply.json(200, har)
                .with("Content-Disposition", "attachment; filename=\"venice-sim-" + world.id() + ".har\"");
    }

    private Reply whole(RequestRecord entry, UnaryOperator<ObjectNode> change) {
        return new Reply.Later(more.apply(entry).thenApply(also -> {
            var whys = new ArrayList<>(RequestJson.why(entry));
            whys.addAll(also);
            return Reply.json(200, change.apply(RequestJson.whole(entry, whys)));
        }));
    }

    private static Predicate<RequestRecord> wanted(Request request) {
        var endpoint = request.parameter("endpoint").map(JournalCalls::endpoint);
        var status = request.parameter("status");
        var sender = request.parameter("sender");
        if (status.filter(text -> !text.matches("[1-5]\\d\\d")).isPresent()) {
            throw ProblemException.badRequest("status is an HTTP status such as 400, not \"" + status.get() + "\"");
        }
        return entry -> endpoint.map(filter -> filter.fits(entry.endpoint(), entry.path()))
                        .orElse(true)
                && status.map(String.valueOf(entry.status())::equals).orElse(true)
                && sender.map(entry.sender()::equals).orElse(true);
    }

    private static EndpointFilter endpoint(String text) {
        try {
            return EndpointFilter.of(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("endpoint: " + e.getMessage());
        }
    }

    private static Duration wait(Request request) {
        try {
            var wait = request.parameter("wait").map(Durations::parse).orElse(Duration.ZERO);
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                throw ProblemException.badRequest("wait is at most " + Durations.format(LONGEST_WAIT));
            }
            return wait;
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("wait: " + e.getMessage());
        }
    }

    private static int count(Request request) {
        var count = request.parameter("count").orElse("1");
        if (!count.matches("\\d{1,7}")) {
            throw ProblemException.badRequest("count is a whole number, not \"" + count + "\"");
        }
        return Integer.parseInt(count);
    }

    private List<RequestRecord> entries(World world) {
        return journals.of(world.id()).map(Journal::entries).orElse(List.of());
    }
}
