package dev.venicesim.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.run.RunFile;
import dev.venicesim.run.RunRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Report on what changes for a client whose run is played before another simulator than it was recorded with.
 *
 * @param requests how many were played
 * @param changes those that are answered otherwise
 * @param notPlayed those that were not
 * @param cost what its jobs cost then and now
 * @param removed models that it asked of and that are no more
 */
public record UpgradeReport(
        int requests, List<ReplyChange> changes, List<NotPlayed> notPlayed, Cost cost, Set<String> removed) {

    /** What jobs cost in dollars. */
    public record Cost(Usd then, Usd now) {
        Usd more() {
            return now.minus(then);
        }
    }

    /**
     * Plays a run twice.
     *
     * @throws IllegalArgumentException if it cannot be played
     */
    public static UpgradeReport of(RunFile file, Stage stage) throws InterruptedException {
        try (var before = RunPlayer.open(file, Stage.SAME);
                var after = RunPlayer.open(file, stage)) {
            var then = before.play();
            var now = after.play();
            var models = models(file.requests());
            var removed = new TreeSet<String>();
            for (var model : new TreeSet<>(models.values())) {
                if (before.knows(model, then.now().edition())
                        && !after.knows(model, now.now().edition())) {
                    removed.add(model);
                }
            }
            return new UpgradeReport(
                    now.requests().size(), changes(then, now, models), now.notPlayed(), cost(then, now), removed);
        }
    }

    private static List<ReplyChange> changes(Played then, Played now, Map<Long, String> models) {
        var changes = new ArrayList<ReplyChange>();
        var before = then.answers();
        var after = now.answers();
        for (var request : then.requests()) {
            var model = models.getOrDefault(request.n(), "");
            Optional.ofNullable(before.get(request.n()))
                    .flatMap(was -> Optional.ofNullable(after.get(request.n()))
                            .map(is -> new ReplyChange(request, model, was, is)))
                    .filter(change -> change.isOfStatus() || !change.members().isEmpty())
                    .ifPresent(changes::add);
        }
        return changes;
    }

    /** The model that each request names, or that the job has which it is about. */
    private static Map<Long, String> models(List<RunRequest> requests) {
        var ofJobs = new HashMap<String, String>();
        var models = new HashMap<Long, String>();
        for (var request : requests) {
            var model = model(request);
            if (!model.isEmpty()) {
                request.job().ifPresent(job -> ofJobs.put(job, model));
            }
            var known = model.isEmpty() ? ofJobs.getOrDefault(request.job().orElse(""), "") : model;
            if (known.matches("[\\w.-]{1,100}")) {
                models.put(request.n(), known);
            }
        }
        return models;
    }

    private static String model(RunRequest request) {
        try {
            return Json.read(request.body().asText().getBytes(StandardCharsets.UTF_8))
                    .path("model")
                    .asText();
        } catch (IOException e) {
            return "";
        }
    }

    private static Cost cost(Played then, Played now) {
        return new Cost(usd(then), usd(now));
    }

    private static Usd usd(Played played) {
        return Usd.parse(played.now().costs().path("usd").asText("0"));
    }

    /** Whether the client would notice nothing. */
    public boolean isSame() {
        return changes.isEmpty() && removed.isEmpty() && cost.more().isZero();
    }

    /** The summary in one line. */
    public String summary() {
        var parts = new ArrayList<String>();
        groups().forEach((words, count) ->
                parts.add(count + " " + (count == 1 ? words.replaceFirst("^become ", "becomes ") : words)));
        if (!cost.more().isZero()) {
            parts.add("cost " + (cost.more().isNegative() ? "" : "+") + cost.more() + " USD");
        }
        if (!removed.isEmpty()) {
            parts.add((removed.size() == 1 ? "1 model is" : removed.size() + " models are") + " removed ("
                    + String.join(", ", removed) + ")");
        }
        return ReplayReport.requests(requests) + ": "
                + (parts.isEmpty() ? "nothing changes" : String.join(", ", parts));
    }

    private Map<String, Integer> groups() {
        var groups = new LinkedHashMap<String, Integer>();
        changes.forEach(change -> groups.merge(change.inWords(), 1, Integer::sum));
        return groups;
    }

    /** The report in lines for people. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(summary());
        lines.addAll(ReplayReport.notPlayed(notPlayed));
        return lines;
    }

    public ObjectNode json() {
        var json = Json.object().put("requests", requests).put("same", isSame()).put("summary", summary());
        var list = json.putArray("changes");
        for (var change : changes) {
            var one = list.addObject()
                    .put("n", change.request().n())
                    .put("method", change.request().method())
                    .put("path", change.request().target())
                    .put("model", change.model())
                    .put("was", change.then().status())
                    .put("is", change.now().status());
            var members = one.putArray("members");
            change.members().forEach(members::add);
        }
        var dollars = json.putObject("costUsd");
        dollars.put("was", cost.then().number())
                .put("is", cost.now().number())
                .put("more", cost.more().number());
        var models = json.putArray("removedModels");
        removed.forEach(models::add);
        var others = json.putArray("notPlayed");
        notPlayed.forEach(one -> others.addObject().put("n", one.request().n()).put("why", one.why()));
        return json;
    }
}
