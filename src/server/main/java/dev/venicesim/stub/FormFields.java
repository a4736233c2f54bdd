package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.http.FormParameter;
import dev.venicesim.wire.Paths;
import dev.venicesim.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of an HTML form in a body, as WireMock wants to see them. */
final class FormFields {

    private FormFields() {}

    static boolean isMultipart(Request request) {
        return hasType(request, "multipart/");
    }

    static Map<String, FormParameter> fields(Request request) {
        var values = new LinkedHashMap<String, List<String>>();
        if (hasType(request, "application/x-www-form-urlencoded")) {
            var body = new String(request.body(), StandardCharsets.UTF_8);
            for (var pair : body.split("&", -1)) {
                var equals = pair.indexOf('=');
                var name = Paths.decode(equals < 0 ? pair : pair.substring(0, equals), true);
                var value = equals < 0 ? "" : Paths.decode(pair.substring(equals + 1), true);
                values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        }
        var fields = new LinkedHashMap<String, FormParameter>();
        values.forEach((name, all) -> fields.put(name, new FormParameter(name, all)));
        return fields;
    }

    private static boolean hasType(Request request, String type) {
        return request.header("Content-Type")
                .filter(given -> given.toLowerCase(Locale.ROOT).startsWith(type))
                .isPresent();
    }
}
