package dev.venicesim.contract.check;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The form that a body comes closest to, where a schema lists several for one place: what parts the body from the others is
 * not told, for it was never meant to be one of them.
 */
final class ClosestForm {

    private ClosestForm() {}

    /** What a schema objects to, of each choice between forms only what the closest one does. */
    static List<Error> objections(List<Error> all) {
        var left = new ArrayList<>(all);
        all.stream()
                .filter(ClosestForm::isChoice)
                // a form may hold a choice itself, which is made first
                .sorted(Comparator.comparing(
                        choice -> -choice.getEvaluationPath().getNameCount()))
                .forEach(choice -> choose(choice, left));
        return left;
    }

    private static boolean isChoice(Error error) {
        return "oneOf".equals(error.getKeyword()) || "anyOf".equals(error.getKeyword());
    }

    private static void choose(Error choice, List<Error> left) {
        var forms = new LinkedHashMap<String, List<Error>>();
        left.stream()
                .filter(error -> isOf(error, choice))
                .forEach(error -> forms.computeIfAbsent(
                                error.getEvaluationPath()
                                        .getName(choice.getEvaluationPath().getNameCount()),
                                form -> new ArrayList<>())
                        .add(error));
        forms.values().stream()
                .map(errors -> new Distance(choice, errors))
                .min(Distance.NEAREST)
                .ifPresent(nearest -> left.removeIf(error -> error.equals(choice)
                        || (isOf(error, choice) && !nearest.errors().contains(error))));
    }

    /** Whether an error is what one of the forms objects to, at the place of the choice. */
    private static boolean isOf(Error error, Error choice) {
        return error.getEvaluationPath().getNameCount()
                        > choice.getEvaluationPath().getNameCount()
                && begins(error.getEvaluationPath(), choice.getEvaluationPath())
                && begins(error.getInstanceLocation(), choice.getInstanceLocation());
    }

    private static boolean begins(NodePath path, NodePath beginning) {
        if (path.getNameCount() < beginning.getNameCount()) {
            return false;
        }
        for (var i = 0; i < beginning.getNameCount(); i++) {
            if (!path.getName(i).equals(beginning.getName(i))) {
                return false;
            }
        }
        return true;
    }

    /** How far a body is from one form: by how many members, however much is wrong with each. */
    private record Distance(Error choice, List<Error> errors) {

        /** Of two that are as near, the one whose name the body bears. */
        static final Comparator<Distance> NEAREST = Comparator.comparing(Distance::isAnotherKind)
                .thenComparing(distance -> distance.members().size())
                .thenComparing(Distance::bearsAnotherName);

        /** Whether it is no such thing at all, such as a text where the form is an object. */
        boolean isAnotherKind() {
            return members().contains("");
        }

        boolean bearsAnotherName() {
            return errors.stream().anyMatch(error -> "const".equals(error.getKeyword()));
        }

        Collection<String> members() {
            var members = new HashSet<String>();
            var depth = choice.getInstanceLocation().getNameCount();
            for (var error : errors) {
                var at = error.getInstanceLocation();
                var named = error.getProperty() == null ? "" : error.getProperty();
                members.add(at.getNameCount() > depth ? at.getName(depth) : named);
            }
            return members;
        }
    }
}
