package dev.venicesim.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Audit of a server that was started again: whether it keeps every promise of the one before. */
final class Audit {

    /** Longer than money may be out for a job that was never written. */
    private static final String PAST_ORPHANS = "2m";

    /** The longest page that the control API gives. */
    private static final int PAGE = 1000;

    private final Client client = new Client();
    private final String origin;
    private final Tally tally;

    Audit(String origin, Tally tally) {
        this.origin = origin;
        this.tally = tally;
    }

    void check(Promises promises) throws IOException, InterruptedException {
        tally.acknowledged(promises);
        var world = origin + "/__sim/worlds/" + promises.apiKey();
        if (client.get(world).status() == 404) {
            promises.jobs().keySet().forEach(queueId -> tally.lost("job " + queueId + " with its whole world"));
            return;
        }
        client.patch(world + "/clock", Json.object().put("advance", PAST_ORPHANS));
        var account = account(world);
        var jobs = byId(asked(world + "/jobs").path("jobs"));
        jobs(promises, jobs);
        money(promises, account, jobs);
        var consents = new HashSet<String>();
        asked(world + "/consents")
                .path("consents")
                .forEach(each -> consents.add(each.path("media").asText()));
        promises.consents().stream()
                .filter(media -> !consents.contains(media))
                .forEach(media -> tally.lost("consent for " + media));
    }

    /** An account with its whole ledger. */
    private JsonNode account(String world) throws IOException, InterruptedException {
        var account = asked(world + "/account?limit=" + PAGE);
        var ledger = (ArrayNode) account.path("ledger");
        var last = ledger.size();
        while (last == PAGE) {
            var page = asked(world + "/account?limit=" + PAGE + "&offset=" + ledger.size())
                    .path("ledger");
            page.forEach(ledger::add);
            last = page.size();
        }
        return account;
    }

    private JsonNode asked(String url) throws IOException, InterruptedException {
        var answer = client.get(url);
        if (answer.status() != 200) {
            throw new IOException(url + " was answered " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    private static Map<String, JsonNode> byId(JsonNode jobs) {
        var byId = new HashMap<String, JsonNode>();
        jobs.forEach(job -> byId.put(job.path("queueId").asText(), job));
        return byId;
    }

    private void jobs(Promises promises, Map<String, JsonNode> jobs) {
        for (var queueId : promises.jobs().keySet()) {
            if (!jobs.containsKey(queueId)) {
                tally.lost("job " + queueId);
            }
        }
        for (var queueId : promises.completed()) {
            var job = jobs.get(queueId);
            if (job != null && !job.path("state").asText().equals("GONE")) {
                tally.lost("completion of " + queueId);
            }
        }
    }

    private void money(Promises promises, JsonNode account, Map<String, JsonNode> jobs) {
        var charges = new HashMap<String, Integer>();
        var refunds = new HashMap<String, Integer>();
        var sum = new BigDecimal(Promises.OPENING);
        for (var entry : account.path("ledger")) {
            sum = sum.add(entry.path("amountUsd").decimalValue());
            var of = entry.path("type").asText().equals("CHARGE") ? charges : refunds;
            of.merge(entry.path("queueId").asText(), 1, Integer::sum);
        }
        if (sum.compareTo(account.path("balanceUsd").decimalValue()) != 0) {
            tally.unbalanced(
                    promises.apiKey() + ": the ledger says " + sum + ", the balance " + account.path("balanceUsd"));
        }
        charges.forEach((queueId, times) -> {
            if (times > 1 || refunds.getOrDefault(queueId, 0) > 1) {
                tally.doubled("charge of " + queueId);
            }
            if (!jobs.containsKey(queueId)) {
                tally.unbalanced("a charge without its job, " + queueId);
            }
        });
        for (var queueId : promises.jobs().keySet()) {
            if (!charges.containsKey(queueId)) {
                tally.lost("charge of " + queueId);
            } else if (refunds.containsKey(queueId)) {
                tally.lost("charge of " + queueId + ", which was given back");
            }
        }
    }
}
