package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.money.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Costs of a run beside those of another one.
 *
 * @param now as {@code GET /__sim/costs} answers
 * @param before the same of the other run, if there is one
 * @param allowed what the run may cost, if that is limited
 */
record RunCosts(JsonNode now, Optional<JsonNode> before, Optional<Usd> allowed) {

    /**
     * Costs that somebody else wrote.
     *
     * @throws IllegalArgumentException if they are none
     */
    static JsonNode checked(JsonNode costs) {
        if (!costs.path("byModel").isObject()) {
            throw new IllegalArgumentException("it has no byModel; give what costs --json printed");
        }
        amount("usd", costs.path("usd"));
        costs.path("byModel").properties().forEach(model -> amount(model.getKey(), model.getValue()));
        return costs;
    }

    private static void amount(String name, JsonNode value) {
        try {
            if (value.isNumber() && !Usd.of(value.decimalValue()).isNegative()) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw noAmount(name, e);
        }
        throw noAmount(name, new IllegalArgumentException("no number from 0"));
    }

    private static IllegalArgumentException noAmount(String name, IllegalArgumentException why) {
        return new IllegalArgumentException(name + " is no amount of dollars; give what costs --json printed", why);
    }

    boolean isOver() {
        return allowed.filter(most -> most.isLessThan(usd(now))).isPresent();
    }

    /** The reply with what it differs by, and whether it is allowed. */
    ObjectNode json() {
        ObjectNode json = now.deepCopy();
        before.ifPresent(other -> {
            var change = json.putObject("change");
            change.put("usd", usd(now).minus(usd(other)).number());
            var models = change.putObject("byModel");
            dollars(other).forEach((model, more) -> models.put(model, more.number()));
            var calls = change.putObject("calls");
            counts(other, "calls", "operation").forEach(calls::put);
            var findings = change.putObject("findings");
            counts(other, "findings", "rule").forEach(findings::put);
        });
        allowed.ifPresent(most -> json.put("maxUsd", most.number()).put("over", isOver()));
        return json;
    }

    String text() {
        return String.join("\n  ", lines());
    }

    /** For the summary of a job in CI. */
    String markdown() {
        var lines = lines();
        var text = new StringBuilder("### Venice, as simulated\n\n**" + lines.get(0) + "**\n\n");
        lines.subList(1, lines.size())
                .forEach(line -> text.append("- ").append(line).append('\n'));
        return text.append('\n').toString();
    }

    /** The total first. */
    private List<String> lines() {
        var lines = new ArrayList<String>();
        var total = "this run: " + usd(now) + " USD in production, " + counted(count(now, "queue"), "queue call");
        before.ifPresentOrElse(
                other -> {
                    lines.add("this change: " + signed(usd(now).minus(usd(other))) + " USD a run"
                            + more(count(now, "queue") - count(other, "queue")));
                    lines.add(total);
                    dollars(other).forEach((model, more) -> lines.add(model + " " + signed(more) + " USD"));
                },
                () -> {
                    lines.add(total);
                    models(now).forEach((model, cost) -> lines.add(model + " " + cost + " USD"));
                });
        for (var finding : now.path("findings")) {
            var cost = usd(finding, "costUsd");
            lines.add(finding.path("rule").asText() + ": "
                    + counted(finding.path("count").asLong(), "finding")
                    + (cost.isZero() ? "" : ", " + cost + " USD") + earlier(finding));
        }
        allowed.ifPresent(most -> lines.add(
                isOver()
                        ? "allowed are " + most + " USD: " + usd(now).minus(most) + " USD too much"
                        : "allowed are " + most + " USD"));
        return lines;
    }

    private String earlier(JsonNode finding) {
        var rule = finding.path("rule").asText();
        return before.map(other -> " (" + sum(other, "findings", "rule").getOrDefault(rule, 0L) + " before)")
                .orElse("");
    }

    private static String more(long calls) {
        return calls == 0 ? "" : ", " + counted(Math.abs(calls), calls > 0 ? "more queue call" : "fewer queue call");
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String signed(Usd change) {
        return change.isNegative() ? change.toString() : "+" + change;
    }

    private Map<String, Usd> dollars(JsonNode other) {
        var change = models(now);
        models(other).forEach((model, cost) -> change.merge(model, cost.negated(), Usd::plus));
        change.values().removeIf(Usd::isZero);
        return change;
    }

    private Map<String, Long> counts(JsonNode other, String list, String name) {
        var here = sum(now, list, name);
        var there = sum(other, list, name);
        var names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        var change = new TreeMap<String, Long>();
        names.forEach(each -> change.put(each, here.getOrDefault(each, 0L) - there.getOrDefault(each, 0L)));
        change.values().removeIf(difference -> difference == 0);
        return change;
    }

    private static Map<String, Usd> models(JsonNode costs) {
        var models = new TreeMap<String, Usd>();
        costs.path("byModel")
                .fieldNames()
                .forEachRemaining(model -> models.put(model, usd(costs.path("byModel"), model)));
        return models;
    }

    private static long count(JsonNode costs, String operation) {
        return sum(costs, "calls", "operation").getOrDefault(operation, 0L);
    }

    private static Map<String, Long> sum(JsonNode costs, String list, String name) {
        var sums = new TreeMap<String, Long>();
        costs.path(list)
                .forEach(each ->
                        sums.merge(each.path(name).asText(), each.path("count").asLong(), Long::sum));
        return sums;
    }

    private static Usd usd(JsonNode costs) {
        return usd(costs, "usd");
    }

    private static Usd usd(JsonNode json, String member) {
        return Usd.of(json.path(member).decimalValue());
    }
}
