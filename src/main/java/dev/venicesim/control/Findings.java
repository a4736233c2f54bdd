package dev.venicesim.control;

import dev.venicesim.journal.Journals;
import dev.venicesim.journal.finding.Finding;
import dev.venicesim.journal.finding.JobFacts;
import dev.venicesim.journal.finding.Watch;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
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

    Reply list(World world) {
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
            json.put("docs", finding.docs());
        }
        return Reply.json(200, body);
    }
}
