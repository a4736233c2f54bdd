package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.venicesim.journal.Journals;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Calls that tell what everything so far would have cost in production, worlds that are gone included, and what was
 * called for it.
 */
final class CostCalls {

    private final Services services;
    private final Journals journals;

    CostCalls(Services services) {
        this.services = services;
        this.journals = services.journals();
    }

    Reply show(Request request) {
        var since = request.parameter("since");
        if (since.filter(value -> !value.equals("start")).isPresent()) {
            throw ProblemException.badRequest("since is start, the start of the process, not \"" + since.get() + "\"");
        }
        return since.isPresent() ? sinceStart() : all();
    }

    /** Of this process alone, which costs the same however many worlds there are. */
    Reply sinceStart() {
        var json = services.accounts().metered().toJson();
        json.set("calls", journals.calls().toJson());
        return Reply.json(200, json);
    }

    private Reply all() {
        var json = services.accounts().costs(services.worlds().all()).toJson();
        json.set("calls", journals.calls().toJson());
        json.set("findings", findings());
        return Reply.json(200, json);
    }

    /** A rule's findings in all worlds that there are, and what they cost. */
    private record Found(int count, Usd cost) {

        Found plus(Found other) {
            return new Found(count + other.count, cost.plus(other.cost));
        }
    }

    private ArrayNode findings() {
        var calls = new FindingCalls(journals);
        var byRule = new TreeMap<String, Found>();
        Stream.concat(Stream.of(services.worlds().anonymous()), services.worlds().all().stream())
                .flatMap(world -> calls.of(world, false).stream())
                .forEach(finding -> byRule.merge(finding.rule(), new Found(1, finding.cost()), Found::plus));
        var list = Json.object().putArray("findings");
        byRule.forEach((rule, found) -> list.addObject()
                .put("rule", rule)
                .put("count", found.count())
                .put("costUsd", found.cost().number()));
        return list;
    }
}
