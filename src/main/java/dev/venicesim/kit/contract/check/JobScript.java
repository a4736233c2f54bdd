package dev.venicesim.kit.contract.check;

import static dev.venicesim.kit.contract.check.Claim.documented;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.kit.contract.check.Ticket.Errand;
import dev.venicesim.kit.contract.target.Answer;
import dev.venicesim.kit.contract.target.Call;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a paid check does with the job of its errand; all checks of an errand share one. */
@FunctionalInterface
interface JobScript {

    Result run(Session session, Ticket ticket) throws InterruptedException;

    static Check check(Errand errand, String id, String says, String source, JobScript script, Quirk... settles) {
        return Check.paid(
                id,
                documented(says, source),
                session -> {
                    var order = session.jobs().order(session, errand);
                    if (order instanceof Jobs.Order.Refused refused) {
                        return refused.why();
                    }
                    return script.run(session, ((Jobs.Order.Placed) order).ticket());
                },
                settles);
    }

    static List<Difference> isMovie(Answer answer, Session session) {
        var differences = Expectation.status(200)
                .header("content-type", "video/mp4", type -> type.startsWith("video/mp4"))
                .compare(answer, session.schemas());
        if (!differences.isEmpty()) {
            return differences;
        }
        var body = answer.body();
        var box = body.length < 8 ? "" : new String(body, 4, 4, StandardCharsets.US_ASCII);
        return box.equals("ftyp")
                ? List.of()
                : List.of(new Difference("body", "an MP4, which begins with ftyp", body.length + " bytes, " + box));
    }

    static Call queueCall(Ticket ticket) {
        return Call.post("/video/queue", ticket.request()).withKey();
    }

    static Result judged(Session session, Call call, List<Difference> differences) {
        return differences.isEmpty()
                ? new Result.Agrees()
                : new Result.Differs(differences, session.target().curl(call), Map.of());
    }
}
