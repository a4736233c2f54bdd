package dev.venicesim.control;

import dev.venicesim.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a person or a tool reads of the control API itself: the page a browser sees at its root, and its OpenAPI document. */
final class Pages {

    Reply index() {
        return file("index.html", "text/html; charset=utf-8");
    }

    Reply openApi() {
        return file("openapi.json", Reply.JSON);
    }

    private static Reply file(String name, String type) {
        try (var file = Pages.class.getResourceAsStream("/dev/venicesim/control/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return Reply.bytes(200, type, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
