package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import java.util.Set;
import java.util.regex.Pattern;

/** Severity of a changed field of a listed model, for clients that use the model as it was. */
final class ModelChangeImpact {

    /** Where no limit is listed this one holds. Source: docs/api/models.md#constraints-of-a-video-model. */
    private static final JsonNode USUAL_PROMPT = IntNode.valueOf(2500);

    private static final Set<String> FOR_PEOPLE =
            Set.of("name", "description", "modelSource", "created", "owned_by", "uncensored", "model_sets");
    private static final Set<String> MAY_BE_SENT = Set.of("audio_configurable", "audio_input", "video_input", "audio");

    private static final Pattern OF_MONEY = Pattern.compile("pric|cost|usd|diem", Pattern.CASE_INSENSITIVE);

    private ModelChangeImpact() {}

    static Felt felt(String field) {
        if (OF_MONEY.matcher(field).find()) {
            return Felt.MONEY;
        }
        if (FOR_PEOPLE.contains(field)) {
            return Felt.DESCRIPTION;
        }
        return field.equals("type") || field.equals("offline")
                ? Felt.MODEL
                : field.startsWith("constraints") ? Felt.CONSTRAINT : Felt.FIELD;
    }

    static Severity of(String field, JsonNode was, JsonNode is) {
        var name = field.substring(field.lastIndexOf('.') + 1);
        if (field.equals("type")) {
            return is.isMissingNode() ? Severity.NOTABLE : Severity.BREAKING;
        }
        if (FOR_PEOPLE.contains(name)) {
            return Severity.HARMLESS;
        }
        if (name.equals("prompt_character_limit")) {
            return limit(was.isNumber() ? was : USUAL_PROMPT, is.isNumber() ? is : USUAL_PROMPT, true);
        }
        if (field.startsWith("constraints.") && (was.isNumber() || is.isNumber())) {
            return limit(was, is, !name.contains("_min_"));
        }
        if (MAY_BE_SENT.contains(name)) {
            return was.asBoolean() && !is.asBoolean() ? Severity.BREAKING : Severity.HARMLESS;
        }
        if (name.equals("offline")) {
            return is.asBoolean() ? Severity.BREAKING : Severity.HARMLESS;
        }
        if (felt(field) == Felt.MONEY) {
            return Severity.NOTABLE;
        }
        if (was.isMissingNode()) {
            return name.equals("deprecation") ? Severity.NOTABLE : Severity.HARMLESS;
        }
        return breaks(field, was, is) ? Severity.BREAKING : Severity.NOTABLE;
    }

    private static boolean breaks(String field, JsonNode was, JsonNode is) {
        return field.startsWith("constraints")
                || (!is.isMissingNode() && !was.isNull() && !is.isNull() && was.getNodeType() != is.getNodeType());
    }

    /** An upper limit hurts when it falls or appears, a lower one when it rises or appears. */
    private static Severity limit(JsonNode was, JsonNode is, boolean upper) {
        if (!is.isNumber()) {
            return is.isMissingNode() ? Severity.HARMLESS : Severity.BREAKING;
        }
        if (!was.isNumber()) {
            return Severity.BREAKING;
        }
        var rises = is.decimalValue().compareTo(was.decimalValue()) > 0;
        return rises == upper ? Severity.HARMLESS : Severity.BREAKING;
    }
}
