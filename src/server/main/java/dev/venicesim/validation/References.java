package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.ViolationPath;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.RequestRule.Report;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules about references, in whichever of the fields that count alike they came. */
final class References {

    private static final Pattern PICTURE_TAG = Pattern.compile("@Image(\\d{1,4})(?!\\d)");

    private References() {}

    /** Whether one of several fields, or a field that stands in for it, holds something. */
    static boolean given(JsonNode body, Model model, Set<RequestField> fields) {
        return fields.stream()
                .anyMatch(field -> CrossRules.given(body, field.field())
                        || model.rules().countedWith(field).stream()
                                .anyMatch(other -> CrossRules.given(body, other.field())));
    }

    static void withinTheCaps(JsonNode body, Model model, Report report) {
        model.rules().counts().forEach((list, others) -> {
            var max = model.rules().maxItems(list);
            var more = others.stream().mapToInt(other -> count(body, other)).sum();
            if (more > 0 && count(body, list) + more > max) {
                report.add(ViolationPath.of(list.field()), ViolationTexts.tooManyTogether(list.field(), max));
            }
        });
    }

    static String words(Model model) {
        return model.rules().counts().entrySet().stream()
                .map(entry -> entry.getKey() + " takes at most "
                        + model.rules().maxItems(entry.getKey()) + " entries, those of " + entry.getValue()
                        + " included")
                .sorted()
                .collect(Collectors.joining("; "));
    }

    static void documentOrPage(JsonNode body, Model model, Report report) {
        var field = RequestField.REFERENCE_DOCUMENT_URLS.field();
        var files = 0;
        for (var entry : body.path(field)) {
            files += isFile(entry.asText()) ? 1 : 0;
        }
        if (files > 0 && files < body.path(field).size()) {
            report.add(ViolationPath.of(field), ViolationTexts.DOCUMENT_AND_PAGE);
        }
    }

    /** Tells of the first tag that names no picture; where there are none at all, that is told by another rule. */
    static void tagsNamePictures(JsonNode body, Model model, Report report) {
        var list = RequestField.REFERENCE_IMAGE_URLS;
        var pictures = count(body, list)
                + model.rules().countedWith(list).stream()
                        .mapToInt(other -> count(body, other))
                        .sum();
        var prompt = RequestField.PROMPT.field();
        var tag = PICTURE_TAG.matcher(body.path(prompt).asText());
        while (pictures > 0 && tag.find()) {
            var number = Integer.parseInt(tag.group(1));
            if (number < 1 || number > pictures) {
                report.add(ViolationPath.of(prompt), ViolationTexts.noSuchPicture(tag.group(1), pictures));
                return;
            }
        }
    }

    private static boolean isFile(String address) {
        var path = address.split("[?#]", 2)[0];
        var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return address.regionMatches(true, 0, "data:", 0, 5) || DocumentAddress.FILES.contains(ending);
    }

    private static int count(JsonNode body, RequestField field) {
        var value = body.path(field.field());
        return value.isArray() ? value.size() : CrossRules.given(body, field.field()) ? 1 : 0;
    }
}
