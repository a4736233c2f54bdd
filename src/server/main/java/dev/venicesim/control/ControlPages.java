package dev.venicesim.control;

import dev.venicesim.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Files about the control API itself: the page that a browser sees at its root, with its scripts and styles, and its
 * OpenAPI document. The page holds no data; its scripts ask for them.
 */
final class ControlPages {

    /** Scripts, styles and data of this server alone; nothing may frame the page, and no form leaves it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; media-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8");

    private static final String ROOT = "/dev/venicesim/";
    private static final String FOLDER = ROOT + "control/";

    /** It is that of reports too, and so lies where they find it. */
    private static final String PALETTE = "palette.css";

    Reply index() {
        return asset("index.html");
    }

    /** A file of the page by its name, which is no path. */
    Reply asset(String name) {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !name.matches("[a-z-]+\\.[a-z]+")) {
            throw missing(name);
        }
        return file(name.equals(PALETTE) ? ROOT + name : FOLDER + "console/" + name, type)
                .with("Content-Security-Policy", POLICY);
    }

    Reply openApi() {
        return file(FOLDER + "openapi.json", Reply.JSON);
    }

    private static Reply.Now file(String path, String type) {
        try (var file = ControlPages.class.getResourceAsStream(path)) {
            if (file == null) {
                throw missing(path.substring(path.lastIndexOf('/') + 1));
            }
            return Reply.bytes(200, type, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException missing(String name) {
        return ProblemException.notFound("the page has no file " + name);
    }
}
