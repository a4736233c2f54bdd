package dev.venicesim.stub;

import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import java.util.Optional;

/** What of WireMock's admin API is refused here: whatever would write the user's files, or call another machine. */
final class Refusals {

    private Refusals() {}

    static Optional<Reply.Now> of(String method, String path) {
        var changes = method.equals("PUT") || method.equals("DELETE") || method.equals("POST");
        if (changes && path.startsWith("/__admin/files")) {
            return refuse("the files under --stubs belong to you; the simulator never writes or deletes them");
        }
        if (changes && path.startsWith("/__admin/recordings")) {
            return refuse("recording calls another machine, which serve never does; use the record command");
        }
        return Optional.empty();
    }

    private static Optional<Reply.Now> refuse(String why) {
        var body = Json.object();
        body.putArray("errors").addObject().put("code", 50).put("title", why);
        return Optional.of(Reply.json(403, body));
    }
}
