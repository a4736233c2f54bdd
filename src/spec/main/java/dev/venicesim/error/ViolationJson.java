package dev.venicesim.error;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.error.Violation.Custom;
import dev.venicesim.error.Violation.InvalidEnumValue;
import dev.venicesim.error.Violation.InvalidLiteral;
import dev.venicesim.error.Violation.InvalidType;
import dev.venicesim.error.Violation.InvalidUnion;
import dev.venicesim.error.Violation.Sized;
import dev.venicesim.error.Violation.TooBig;
import dev.venicesim.error.Violation.TooSmall;
import dev.venicesim.error.Violation.UnrecognizedKeys;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.util.List;

/** Writer of violations as Zod 3 writes its issues, key order included. */
@Verified(on = "2026-08-21", source = "docs/api/errors.md#issues, docs/api/errors.md#the-detailed-error")
final class ViolationJson {

    private ViolationJson() {}

    static ArrayNode issues(List<Violation> violations) {
        var issues = Json.mapper().createArrayNode();
        violations.forEach(violation -> issues.add(issue(violation)));
        return issues;
    }

    private static ObjectNode issue(Violation violation) {
        if (violation instanceof InvalidType type) {
            return type.literals() ? missingLiteral(type) : invalidType(type);
        } else if (violation instanceof InvalidEnumValue value) {
            return invalidEnumValue(value);
        } else if (violation instanceof TooBig big) {
            return sized("too_big", "maximum", big.maximum(), big.type(), true, big);
        } else if (violation instanceof TooSmall small) {
            return sized("too_small", "minimum", small.minimum(), small.type(), small.inclusive(), small);
        } else if (violation instanceof UnrecognizedKeys unknown) {
            return unrecognizedKeys(unknown);
        } else if (violation instanceof InvalidLiteral literal) {
            return invalidLiteral(literal);
        } else if (violation instanceof InvalidUnion union) {
            return invalidUnion(union);
        }
        var custom = (Custom) violation;
        var json = code("custom").put("message", custom.message());
        json.set("path", path(custom));
        return json;
    }

    private static ObjectNode missingLiteral(InvalidType type) {
        var json = Json.object().put("expected", type.expected()).put("received", type.received());
        return tail(json.put("code", "invalid_type"), type);
    }

    private static ObjectNode invalidType(InvalidType type) {
        var json = code("invalid_type").put("expected", type.expected());
        return tail(json.put("received", type.received()), type);
    }

    private static ObjectNode invalidEnumValue(InvalidEnumValue value) {
        var json = Json.object();
        json.set("received", value.received());
        json.put("code", "invalid_enum_value");
        json.putArray("options").addAll(value.options());
        return tail(json, value);
    }

    private static ObjectNode sized(
            String code, String bound, BigDecimal size, Sized type, boolean inclusive, Violation violation) {
        var json = code(code);
        if (size.scale() > 0) {
            json.put(bound, size);
        } else {
            json.put(bound, size.longValueExact());
        }
        json.put("type", type.label());
        json.put("inclusive", inclusive).put("exact", false).put("message", violation.message());
        json.set("path", path(violation));
        return json;
    }

    private static ObjectNode unrecognizedKeys(UnrecognizedKeys unknown) {
        var json = code("unrecognized_keys");
        var keys = json.putArray("keys");
        unknown.keys().forEach(keys::add);
        return tail(json, unknown);
    }

    private static ObjectNode invalidLiteral(InvalidLiteral literal) {
        var json = code("invalid_literal");
        json.set("expected", literal.expected());
        if (!literal.received().isMissingNode()) {
            json.set("received", literal.received());
        }
        return tail(json, literal);
    }

    private static ObjectNode invalidUnion(InvalidUnion union) {
        var json = code("invalid_union");
        var errors = json.putArray("unionErrors");
        for (var alternative : union.alternatives()) {
            errors.addObject().<ObjectNode>set("issues", issues(alternative)).put("name", "ZodError");
        }
        return tail(json, union);
    }

    private static ObjectNode code(String code) {
        return Json.object().put("code", code);
    }

    private static ObjectNode tail(ObjectNode json, Violation violation) {
        json.set("path", path(violation));
        return json.put("message", violation.message());
    }

    private static ArrayNode path(Violation violation) {
        var path = Json.mapper().createArrayNode();
        for (var step : violation.path().steps()) {
            if (step instanceof Integer index) {
                path.add(index);
            } else {
                path.add((String) step);
            }
        }
        return path;
    }
}
