package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.validation.RequestRule.AcrossFields;
import dev.venicesim.validation.RequestRule.OfField;
import dev.venicesim.validation.Shape.Fields;
import dev.venicesim.validation.Shape.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of one model for one kind of request, compiled: the edition's schema, narrowed field by field, and the
 * checks across fields.
 *
 * @param shape what the body must look like
 * @param rules those that hold for the model, in the order of the tables
 */
record RuleSet(Fields shape, List<RequestRule> rules) {

    static RuleSet compile(Fields schema, Model model, List<OfField> fields, List<AcrossFields> across) {
        var holding = new ArrayList<RequestRule>();
        var properties = new ArrayList<Property>();
        for (var property : schema.properties()) {
            var narrowed = property;
            for (var rule : fields) {
                if (rule.field().equals(property.name()) && rule.when().test(model)) {
                    narrowed = rule.narrowing().apply(narrowed, model, rule.id());
                    holding.add(rule);
                }
            }
            properties.add(narrowed);
        }
        across.stream().filter(rule -> rule.when().test(model)).forEach(holding::add);
        return new RuleSet(new Fields(List.copyOf(properties), schema.strict()), List.copyOf(holding));
    }

    /** Judges a body: fields first; rules across fields only if every field has its type, as Zod does. */
    ProblemCollector check(JsonNode body, Model model) {
        var problems = new ProblemCollector();
        ShapeChecker.check(shape, body, problems);
        if (!problems.aborted()) {
            for (var rule : rules) {
                if (rule instanceof AcrossFields across) {
                    across.check().run(body, model, (path, message) -> problems.custom(path, message, rule.id()));
                }
            }
        }
        return problems;
    }

    /** Each rule in words, with where it comes from. */
    List<String> describe(Model model) {
        return rules.stream()
                .map(rule -> rule.says().apply(model) + " · " + rule.origin())
                .toList();
    }
}
