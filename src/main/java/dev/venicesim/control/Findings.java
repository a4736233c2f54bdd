package dev.venicesim.control;

import dev.venicesim.auth.Credentials;
import dev.venicesim.journal.Entry;
import dev.venicesim.journal.Journal;
import dev.venicesim.journal.Journals;
import dev.venicesim.journal.finding.Finding;
import dev.venicesim.journal.finding.JobFacts;
import dev.venicesim.journal.finding.Watch;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.World;
import java.util.List;

/** What worlds' clients did that costs money or breaks in production. */
public final class Findings {

    private final Journals journals;

    public Findings(Journals journals) {
        this.journals = journals;
    }

    /**
     * The findings about a world's client by now.
     *
     * @param closing whether nothing more will come, so that a finished video counts as never fetched at once
     */
    public List<Finding> of(World world, boolean closing) {
        var now = world.now();
        var asking = new Watch.Asking(
                now, closing, queueId -> world.find(Kinds.JOB, queueId).map(job -> JobFacts.of(job, now)));
        return journals.of(world.id())
                .map(journal -> journal.watch().findings(asking))
                .orElse(List.of());
    }

    /** Each finding with its dollars, its evidence, and where its rule is written: here, and in the API's documentation. */
    Reply list(World world, Request request) {
        var body = Json.object();
        var list = body.putArray("findings");
        for (var finding : of(world, false)) {
            var json = list.addObject()
                    .put("rule", finding.rule())
                    .put("severity", finding.severity().label())
                    .put("costUsd", finding.cost().number())
                    .put("says", finding.says());
            var requests = json.putArray("requests");
            finding.requests().forEach(requests::add);
            var evidence = json.putArray("evidence");
            evidence(world, finding).forEach(evidence::add);
            json.put("docs", request.origin() + RulePages.PATH + finding.rule()).put("api", finding.api());
        }
        return Reply.json(200, body);
    }

    /** A line for each request that shows it, as far as the journal still has it. */
    private List<String> evidence(World world, Finding finding) {
        var kept = journals.of(world.id()).map(Journal::entries).orElse(List.of());
        return finding.requests().stream()
                .map(n -> kept.stream()
                        .filter(entry -> entry.n() == n)
                        .findFirst()
                        .map(Findings::line)
                        .orElse("#" + n + " is no longer in the journal"))
                .toList();
    }

    private static String line(Entry entry) {
        var why =
                entry.why().isEmpty() ? "" : ": " + entry.why().get(entry.why().size() - 1);
        return "#" + entry.n() + " " + entry.at() + " " + entry.method() + " " + Credentials.maskUrl(entry.path()) + " "
                + entry.status() + why;
    }
}
