package dev.venicesim.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.error.JobErrors;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Outcomes as scenario files, the control API and the Java kit write them: {@code {"refused": {"refunded": true}}}, or
 * the bare label.
 */
public final class OutcomeJson {

    /** Passing errors of an outcome that names no number. */
    public static final int DEFAULT_TIMES = 2;

    /** The labels, in the order people are told of them. */
    public static final List<String> LABELS = List.of(
            "completes",
            "refused",
            "rejected",
            "failed",
            "atCapacity",
            "unfetchable",
            "stuck",
            "purged",
            "placeholder");

    private OutcomeJson() {}

    /** An outcome as an object of one member, named by its label. */
    public static ObjectNode write(Outcome outcome) {
        var json = Json.object();
        var fields = json.putObject(outcome.label());
        if (outcome instanceof Outcome.Refused refused) {
            refused.recommendedModel().ifPresent(model -> fields.put("recommendedModel", model));
            refused.refunded().ifPresent(refunded -> fields.put("refunded", refunded));
        } else if (outcome instanceof Outcome.Rejected rejected) {
            kept(fields.put("status", rejected.status()).put("message", rejected.message()), rejected.refunded());
        } else if (outcome instanceof Outcome.Fails fails) {
            kept(fields.put("message", fails.message()), fails.refunded());
        } else if (outcome instanceof Outcome.AtCapacity capacity) {
            fields.put("times", capacity.times());
        } else if (outcome instanceof Outcome.Unfetchable unfetchable) {
            fields.put("times", unfetchable.times());
        }
        return json;
    }

    /**
     * Reads a label, or an object of one member named by a label; what a member leaves out has its default.
     *
     * @throws IllegalArgumentException saying what is wanted, if it is neither
     */
    public static Outcome read(JsonNode json) {
        if (json.isTextual()) {
            return read(json.textValue(), Json.object());
        }
        if (!json.isObject() || json.size() != 1) {
            throw new IllegalArgumentException("an outcome is one of " + String.join(", ", LABELS));
        }
        var label = json.fieldNames().next();
        var fields = json.get(label);
        return read(label, fields.isNull() ? Json.object() : fields);
    }

    private static Outcome read(String label, JsonNode fields) {
        return switch (label) {
            case "completes" -> bare(label, fields, new Outcome.Completes());
            case "refused" -> refused(new Fields(label, fields, Set.of("recommendedModel", "refunded")));
            case "rejected" -> rejected(new Fields(label, fields, Set.of("status", "message", "refunded")));
            case "failed" -> failed(new Fields(label, fields, Set.of("message", "refunded")));
            case "lateFailure" -> late(new Fields(label, fields, Set.of("name")));
            case "atCapacity" -> new Outcome.AtCapacity(times(label, fields));
            case "unfetchable" -> new Outcome.Unfetchable(times(label, fields));
            case "stuck" -> bare(label, fields, new Outcome.Stuck());
            case "purged" -> bare(label, fields, new Outcome.Purged());
            case "placeholder" -> bare(label, fields, new Outcome.Placeholder());
            default ->
                throw new IllegalArgumentException(
                        "no outcome is called \"" + label + "\"; there are " + String.join(", ", LABELS));
        };
    }

    private static Outcome bare(String label, JsonNode fields, Outcome outcome) {
        new Fields(label, fields, Set.of());
        return outcome;
    }

    private static int times(String label, JsonNode fields) {
        return new Fields(label, fields, Set.of("times")).whole("times").orElse(DEFAULT_TIMES);
    }

    private static Outcome refused(Fields fields) {
        return new Outcome.Refused(fields.text("recommendedModel"), fields.flag("refunded"));
    }

    private static Outcome rejected(Fields fields) {
        return new Outcome.Rejected(
                fields.whole("status").orElse(400),
                fields.text("message").orElse(JobErrors.REJECTED_INPUT),
                fields.flag("refunded").orElse(true));
    }

    private static Outcome failed(Fields fields) {
        return new Outcome.Fails(
                fields.text("message").orElse(JobErrors.INFERENCE_FAILED),
                fields.flag("refunded").orElse(true));
    }

    private static Outcome late(Fields fields) {
        var name = fields.text("name").orElseGet(() -> LateFailures.names().get(0));
        return LateFailures.named(name)
                .orElseThrow(() -> new IllegalArgumentException("lateFailure.name is one of "
                        + String.join(", ", LateFailures.names()) + ", not \"" + name + "\""));
    }

    private static void kept(ObjectNode fields, boolean refunded) {
        if (!refunded) {
            fields.put("refunded", false);
        }
    }

    /** The members of one outcome, each of a stated type. */
    private record Fields(String label, JsonNode json, Set<String> known) {

        Fields {
            if (!json.isObject()) {
                throw new IllegalArgumentException("what stands under " + label + " is an object, not " + json);
            }
            json.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    throw new IllegalArgumentException("outcome " + label + " takes "
                            + (known.isEmpty() ? "nothing" : listed(known))
                            + ", not \"" + name + "\"");
                }
            });
        }

        private static String listed(Set<String> names) {
            var sorted = names.stream().sorted().toList();
            var last = sorted.size() - 1;
            return last == 0 ? sorted.get(0) : String.join(", ", sorted.subList(0, last)) + " and " + sorted.get(last);
        }

        Optional<String> text(String name) {
            return member(name)
                    .map(value ->
                            require(value.isTextual(), value, name, "a string").textValue());
        }

        Optional<Integer> whole(String name) {
            return member(name)
                    .map(value -> require(value.isInt(), value, name, "a whole number")
                            .intValue());
        }

        Optional<Boolean> flag(String name) {
            return member(name)
                    .map(value -> require(value.isBoolean(), value, name, "true or false")
                            .booleanValue());
        }

        private Optional<JsonNode> member(String name) {
            return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
        }

        private JsonNode require(boolean fits, JsonNode value, String name, String wanted) {
            if (!fits) {
                throw new IllegalArgumentException(label + "." + name + " is " + wanted + ", not " + value);
            }
            return value;
        }
    }
}
