package dev.venicesim.stub;

import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import java.util.Optional;

/** Refusals of calls of WireMock's admin API: whatever would write the user's files, or call another machine. */
final class AdminRefusals {

    private AdminRefusals() {}

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

    /** For a request that WireMock cannot make anything of. */
    static Reply.Now unreadable() {
        return refusal(400, 10, "WireMock cannot read this request; see its documentation of the admin API");
    }

    /** For a call that would not end. */
    static Reply.Now overdue(String why) {
        return refusal(503, 10, "this call was left: " + why);
    }

    /** Where WireMock is not on the class path. */
    static Reply.Now missing(String why) {
        return refusal(501, 10, why);
    }

    /** For a schema that lies elsewhere. */
    static Reply.Now outside(String reference) {
        return refusal(
                422,
                10,
                "a JSON schema may not refer to \"" + reference
                        + "\": no stub makes the simulator open an address or a file; write the schema out, and refer"
                        + " to its parts by #");
    }

    private static Optional<Reply.Now> refuse(String why) {
        return Optional.of(refusal(403, 50, why));
    }

    private static Reply.Now refusal(int status, int code, String why) {
        var body = Json.object();
        body.putArray("errors").addObject().put("code", code).put("title", why);
        return Reply.json(status, body);
    }
}
