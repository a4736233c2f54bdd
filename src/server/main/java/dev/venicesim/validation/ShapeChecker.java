package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.error.Violation;
import dev.venicesim.error.Violation.InvalidType;
import dev.venicesim.error.Violation.Sized;
import dev.venicesim.error.ViolationPath;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.Shape.Property;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checker that holds a value against a shape, in the order and with the words of Zod 3. */
final class ShapeChecker {

    private final ProblemCollector problems;
    private final String rule;

    private ShapeChecker(ProblemCollector problems, String rule) {
        this.problems = problems;
        this.rule = rule;
    }

    static void check(Shape shape, JsonNode value, ProblemCollector problems) {
        new ShapeChecker(problems, ShapeReader.SCHEMA).check(shape, value, ViolationPath.ROOT);
    }

    private void check(Shape shape, JsonNode value, ViolationPath path) {
        if (shape instanceof Shape.Text text) {
            text(text, value, path);
        } else if (shape instanceof Shape.Address address) {
            address(address, value, path);
        } else if (shape instanceof Shape.OneOf oneOf) {
            oneOf(oneOf.options(), value, path);
        } else if (shape instanceof Shape.OneOfNumbers numbers) {
            oneOfNumbers(numbers.options(), value, path);
        } else if (shape instanceof Shape.Amount amount) {
            amount(amount, value, path);
        } else if (shape instanceof Shape.Flag) {
            typed(value.isBoolean(), "boolean", value, path);
        } else if (shape instanceof Shape.Only only) {
            if (!value.equals(only.value())) {
                problems.abort(new Violation.InvalidLiteral(path, only.value(), EchoedValue.of(value)), rule);
            }
        } else if (shape instanceof Shape.Rows rows) {
            rows(rows, value, path);
        } else if (shape instanceof Shape.Fields fields) {
            fields(fields, value, path);
        } else {
            special(shape, value, path);
        }
    }

    private void special(Shape shape, JsonNode value, ViolationPath path) {
        if (shape instanceof Shape.Seconds seconds) {
            if (typed(value.isTextual(), "string", value, path) && !isSeconds(value.textValue(), seconds.max())) {
                problems.custom(path, ViolationTexts.notSeconds(seconds.max()), rule);
            }
        } else if (shape instanceof Shape.Patterned patterned) {
            patterned(patterned, value, path);
        } else if (shape instanceof Shape.AnyWord union) {
            anyWord(union, value, path);
        } else if (shape instanceof Shape.Refused refused) {
            var nothing = (value.isEmpty() && value.isArray())
                    || (value.isTextual() && value.textValue().isEmpty());
            if (!nothing) {
                problems.custom(path, refused.message(), rule);
            }
        } else if (!(shape instanceof Shape.Anything)) {
            throw new IllegalStateException("no check for " + shape);
        }
    }

    private void text(Shape.Text text, JsonNode value, ViolationPath path) {
        if (!typed(value.isTextual(), "string", value, path)) {
            return;
        }
        var length = value.textValue().length();
        if (length < text.min()) {
            problems.add(new Violation.TooSmall(path, BigDecimal.valueOf(text.min()), Sized.STRING, true), rule);
        }
        if (length > Math.min(text.max(), text.limit())) {
            var maximum = length > text.max() ? text.max() : text.limit();
            problems.add(new Violation.TooBig(path, BigDecimal.valueOf(maximum), Sized.STRING), rule);
        }
    }

    private void patterned(Shape.Patterned patterned, JsonNode value, ViolationPath path) {
        text(new Shape.Text(patterned.min(), patterned.max(), patterned.max()), value, path);
        if (value.isTextual()
                && value.textValue().length() <= patterned.max()
                && !patterned.pattern().matcher(value.textValue()).matches()) {
            problems.custom(path, ViolationTexts.NOT_OF_THE_FORM, rule);
        }
    }

    private void address(Shape.Address address, JsonNode value, ViolationPath path) {
        if (typed(value.isTextual(), "string", value, path)) {
            MediaAddress.complaint(value.textValue(), address.data())
                    .ifPresent(message -> problems.custom(path, message, "media-address"));
        }
    }

    private void oneOf(List<JsonNode> options, JsonNode value, ViolationPath path) {
        // a wrong type was seen answered with the plain type, not with the literals
        if (typed(value.isTextual(), "string", value, path) && !options.contains(value)) {
            problems.abort(new Violation.InvalidEnumValue(path, EchoedValue.of(value), options), rule);
        }
    }

    private void oneOfNumbers(List<JsonNode> options, JsonNode value, ViolationPath path) {
        if (!value.isNumber()) {
            problems.abort(new InvalidType(path, Violation.literals(options), typeOf(value), true), rule);
        } else if (options.stream().noneMatch(option -> sameNumber(option, value))) {
            problems.abort(new Violation.InvalidEnumValue(path, EchoedValue.of(value), options), rule);
        }
    }

    private void amount(Shape.Amount amount, JsonNode value, ViolationPath path) {
        if (!typed(value.isNumber(), "number", value, path)) {
            return;
        }
        var number = value.decimalValue();
        if (amount.whole() && number.stripTrailingZeros().scale() > 0) {
            problems.abort(new InvalidType(path, "integer", "float", false), rule);
        }
        var below = number.compareTo(amount.min());
        if ((below < 0 && isBound(amount, amount.min())) || (below == 0 && amount.above())) {
            problems.add(new Violation.TooSmall(path, amount.min(), Sized.NUMBER, !amount.above()), rule);
        }
        if (number.compareTo(amount.max()) > 0 && isBound(amount, amount.max())) {
            problems.add(new Violation.TooBig(path, amount.max(), Sized.NUMBER), rule);
        }
    }

    /** A number without a bound may be any, but a whole one has to fit where it is counted with. */
    private static boolean isBound(Shape.Amount amount, BigDecimal end) {
        return amount.whole() || (end.compareTo(Shape.Amount.NO_MIN) != 0 && end.compareTo(Shape.Amount.NO_MAX) != 0);
    }

    private void rows(Shape.Rows rows, JsonNode value, ViolationPath path) {
        if (!typed(value.isArray(), "array", value, path)) {
            return;
        }
        if (value.size() < rows.min()) {
            problems.add(new Violation.TooSmall(path, BigDecimal.valueOf(rows.min()), Sized.ARRAY, true), rule);
        }
        if (value.size() > rows.max()) {
            problems.add(
                    rows.tooMany().isEmpty()
                            ? new Violation.TooBig(path, BigDecimal.valueOf(rows.max()), Sized.ARRAY)
                            : new Violation.TooBig(path, BigDecimal.valueOf(rows.max()), Sized.ARRAY, rows.tooMany()),
                    rule);
        }
        // entries past the cap are counted, not read: a million of them cost one answer
        for (var i = 0; i < Math.min(value.size(), rows.max()); i++) {
            check(rows.item(), value.get(i), path.then(i));
        }
    }

    private void fields(Shape.Fields fields, JsonNode value, ViolationPath path) {
        if (!typed(value.isObject(), "object", value, path)) {
            return;
        }
        var known = 0;
        for (var property : fields.properties()) {
            var held = value.get(property.name());
            known += held == null ? 0 : 1;
            property(property, held, path);
        }
        if (fields.strict() && known < value.size()) {
            unrecognized(fields, value, path);
        }
    }

    private void property(Property property, @Nullable JsonNode value, ViolationPath path) {
        var by = property.rule().equals(rule) ? this : new ShapeChecker(problems, property.rule());
        if (value != null) {
            by.check(property.shape(), value, path.then(property.name()));
        } else if (property.required()) {
            by.missing(property, path.then(property.name()));
        }
    }

    private void missing(Property property, ViolationPath path) {
        if (!property.missing().isEmpty()) {
            problems.custom(path, property.missing(), rule);
        } else if (property.shape() instanceof Shape.Only only) {
            problems.abort(new Violation.InvalidLiteral(path, only.value(), MissingNode.getInstance()), rule);
        } else {
            problems.abort(ShapeWords.required(path, property.shape()), rule);
        }
    }

    private void unrecognized(Shape.Fields fields, JsonNode value, ViolationPath path) {
        var known = new HashSet<String>();
        fields.properties().forEach(property -> known.add(property.name()));
        var unknown = new ArrayList<String>();
        value.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unknown.add(name);
            }
        });
        problems.add(new Violation.UnrecognizedKeys(path, List.copyOf(unknown)), rule);
    }

    private void anyWord(Shape.AnyWord union, JsonNode value, ViolationPath path) {
        var found = new ArrayList<List<Violation>>();
        for (var alternative : union.alternatives()) {
            var inner = new ProblemCollector();
            new ShapeChecker(inner, rule).oneOf(alternative.options(), value, path);
            if (inner.none()) {
                return;
            }
            found.add(List.copyOf(inner.violations()));
        }
        problems.abort(new Violation.InvalidUnion(path, List.copyOf(found)), rule);
    }

    private boolean typed(boolean right, String expected, JsonNode value, ViolationPath path) {
        if (!right) {
            problems.abort(new InvalidType(path, expected, typeOf(value), false), rule);
        }
        return right;
    }

    private static String typeOf(JsonNode value) {
        return ShapeWords.typeOf(value);
    }

    private static boolean sameNumber(JsonNode a, JsonNode b) {
        return a.decimalValue().compareTo(b.decimalValue()) == 0;
    }

    private static boolean isSeconds(String text, int max) {
        return text.matches("\\d{1,4}(\\.\\d{1,9})?") && Double.parseDouble(text) <= max;
    }
}
