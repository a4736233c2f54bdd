package dev.venicesim.operation.video;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.wire.Request;
import java.io.IOException;
import java.util.Locale;

/** Reader of a request's body, which is JSON and declared so. */
final class JsonBody {

    private JsonBody() {}

    static Verdict<SlicedJson> read(Request request, QuirkSettings quirks) {
        if (!declaredJson(request)) {
            return Verdict.refuse(
                    quirks.is(ApiQuirk.INVALID_CONTENT_TYPE, "415")
                            ? RequestErrors.invalidContentType()
                            : RequestErrors.contentTypeMustBeJson(),
                    "the body is not declared application/json (docs/api/errors.md, \"Plain request errors\")");
        }
        try {
            return Verdict.accept(request.json());
        } catch (IOException e) {
            return Verdict.refuse(RequestErrors.invalidJson(), "the body is not JSON: " + firstLine(e));
        }
    }

    private static boolean declaredJson(Request request) {
        var type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        var semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().equals("application/json");
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
