package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.ViolationPath;
import dev.venicesim.validation.Shape.Property;
import java.util.function.Function;
import java.util.function.Predicate;

/** One rule about what models make of a request: for which it holds, what it says, and where it was taken from. */
sealed interface RequestRule {

    RuleOrigin origin();

    /** For which models it holds, judged by catalogue data alone. */
    Predicate<Model> when();

    /** The rule in words, with the model's own figures. */
    Function<Model, String> says();

    default String id() {
        return origin().id();
    }

    /** Narrows one field of the schema to what a model takes; nothing happens where the edition has no such field. */
    record OfField(
            RuleOrigin origin, Predicate<Model> when, String field, Narrowing narrowing, Function<Model, String> says)
            implements RequestRule {}

    /** Judges several fields together, once each has its type. */
    record AcrossFields(RuleOrigin origin, Predicate<Model> when, Check check, Function<Model, String> says)
            implements RequestRule {}

    /** How a field changes. */
    @FunctionalInterface
    interface Narrowing {

        Property apply(Property property, Model model, String rule);
    }

    /** Looks at a whole request whose fields have their types, and reports what is wrong. */
    @FunctionalInterface
    interface Check {

        void run(JsonNode body, Model model, Report report);
    }

    /** Where a check reports to. */
    @FunctionalInterface
    interface Report {

        void add(ViolationPath path, String message);
    }
}
