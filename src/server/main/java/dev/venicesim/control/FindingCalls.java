package dev.venicesim.control;

import dev.venicesim.journal.Journal;
import dev.venicesim.journal.Journals;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.journal.finding.ClientFinding;
import dev.venicesim.journal.finding.FindingsEngine;
import dev.venicesim.journal.finding.JobFacts;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings of worlds' clients: what they did that costs money or breaks in production. */
public final class FindingCalls {

    private final Journals journals;

    public FindingCalls(Journals journals) {
        this.journals = journals;
    }

    /**
     * The findings about a world's client by now.
     *
     * @param closing whether nothing more will come, so that a finished video counts as never fetched at once
     */
    public List<ClientFinding> of(World world, boolean closing) {
        return journals.of(world.id())
                .map(journal -> journal.engine().findings(asking(world, closing)))
                .orElse(List.of());
    }

    private static FindingsEngine.Asking asking(World world, boolean closing) {
        var now = world.now();
        return new FindingsEngine.Asking(
                now, closing, queueId -> world.find(StateKinds.JOB, queueId).map(job -> JobFacts.of(job, now)));
    }

    /**
     * Each finding with its dollars, its evidence, and where its rule is written: here, and in the API's documentation.
     */
    Reply list(World world, Request request) {
        var body = Json.object();
        var list = body.putArray("findings");
        var kept = kept(world);
        for (var finding : of(world, false)) {
            var json = list.addObject()
                    .put("rule", finding.rule())
                    .put("severity", finding.severity().label())
                    .put("costUsd", finding.cost().number())
                    .put("says", finding.says());
            var requests = json.putArray("requests");
            finding.requests().forEach(requests::add);
            var evidence = json.putArray("evidence");
            evidence(kept, finding).forEach(evidence::add);
            json.put("docs", request.origin() + RulePages.PATH + finding.rule()).put("api", finding.api());
        }
        return Reply.json(200, body);
    }

    /** What the journal still has, by number. */
    private Map<Long, RequestRecord> kept(World world) {
        return journals.of(world.id()).map(Journal::entries).orElse(List.of()).stream()
                .collect(Collectors.toMap(RequestRecord::n, Function.identity()));
    }

    /** A line for each request that shows it, as far as the journal still has it. */
    private static Stream<String> evidence(Map<Long, RequestRecord> kept, ClientFinding finding) {
        return finding.requests().stream()
                .map(n -> Optional.ofNullable(kept.get(n))
                        .map(JournalText::line)
                        .orElse("#" + n + " is no longer in the journal"));
    }
}
