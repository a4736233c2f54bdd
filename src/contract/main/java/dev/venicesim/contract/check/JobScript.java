package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.check.PaidJob.JobPurpose;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Script of a paid check: what it does with the job of its purpose; all checks of one purpose share one job. */
@FunctionalInterface
interface JobScript {

    CheckResult run(CheckContext session, PaidJob paidJob) throws InterruptedException;

    static Check check(
            JobPurpose purpose, String id, String says, String source, JobScript script, ApiQuirk... settles) {
        return Check.paid(
                id,
                documented(says, source),
                session -> {
                    var order = session.jobs().order(session, purpose);
                    if (order instanceof PaidJobs.Order.Refused refused) {
                        return refused.why();
                    }
                    return script.run(session, ((PaidJobs.Order.Placed) order).paidJob());
                },
                settles);
    }

    static List<Difference> isMovie(TargetReply answer, CheckContext session) {
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

    static TargetRequest queueCall(PaidJob paidJob) {
        return TargetRequest.post("/video/queue", paidJob.request()).withKey();
    }

    static CheckResult judged(CheckContext session, TargetRequest call, List<Difference> differences) {
        return differences.isEmpty()
                ? new CheckResult.Agrees()
                : new CheckResult.Differs(differences, session.target().curl(call), Map.of());
    }
}
