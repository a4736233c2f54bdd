package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelFamily;
import dev.venicesim.contract.http.TargetRequest;
import java.util.List;
import java.util.stream.Stream;

/** Tables of requests about the models of one family: all of them where many callers ask, else as few as have its rules. */
final class FamilyTables {

    private FamilyTables() {}

    private static List<Model> asked(CheckContext session, String family) {
        var models = ModelTables.models(session).stream()
                .filter(model -> ModelFamily.of(model.id()).equals(family))
                .toList();
        return session.counterpart().hasManyCallers()
                ? models
                : ValidationChecks.chosen(models, ModelTables.properties(session, "queue-request"));
    }

    static List<TargetRequest> rules(CheckContext session, String family) {
        var order = ModelTables.properties(session, "queue-request");
        var quote = ModelTables.properties(session, "quote-request");
        var asked = asked(session, family);
        var orders = asked.stream()
                .flatMap(model -> ModelRequests.of(model, order).stream())
                .map(CheckRequests::queueOf);
        var quotes = asked.stream()
                .flatMap(model ->
                        Stream.concat(QuoteRequests.refused(model, quote).stream(), QuoteRequests.bare(model).stream()))
                .map(CheckRequests::quote);
        var more = session.counterpart().hasManyCallers() ? ofMany(asked, order, quote) : ofOne(asked, quote);
        return Stream.of(orders, quotes, more)
                .flatMap(calls -> calls)
                .map(TargetRequest::withKey)
                .toList();
    }

    /** Lengths without their unit; more would take a single caller too long. */
    private static Stream<TargetRequest> ofOne(List<Model> asked, JsonNode quote) {
        return asked.stream()
                .limit(1)
                .flatMap(model -> OffListRequests.of(model, quote).stream().limit(2))
                .map(CheckRequests::quote);
    }

    /**
     * Every model just off its lists, and with media that are wrong in themselves: of a simulator alone, since a target
     * that overlooks what is wrong makes the video.
     */
    private static Stream<TargetRequest> ofMany(List<Model> asked, JsonNode order, JsonNode quote) {
        var kinds = ModelFamilies.oneOfEach(asked);
        var offList = asked.stream()
                .flatMap(model -> OffListRequests.of(model, quote).stream())
                .map(CheckRequests::quote);
        var orders = kinds.stream()
                .flatMap(model -> Stream.concat(
                        OffListRequests.of(model, order).stream(), PrivateHosts.inTurn(model, order).stream()))
                .map(CheckRequests::unmistakable);
        var media = asked.stream()
                .flatMap(model -> MediaRequests.of(model, order, kinds.contains(model)).stream())
                .map(CheckRequests::queueOf);
        return Stream.of(offList, orders, media).flatMap(calls -> calls);
    }

    static List<TargetRequest> quotes(CheckContext session, String family) {
        var hasManyCallers = session.counterpart().hasManyCallers();
        return asked(session, family).stream()
                .flatMap(model -> Stream.concat(
                        QuoteRequests.priced(model).stream(),
                        hasManyCallers ? QuoteRequests.ofClips(model).stream() : Stream.of()))
                .map(CheckRequests::quote)
                .map(call -> hasManyCallers ? call.withKey() : call)
                .toList();
    }
}
