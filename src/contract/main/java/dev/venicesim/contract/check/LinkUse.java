package dev.venicesim.contract.check;

import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scripts about the use of a download link: early, in parts, and by those who have it not. */
final class LinkUse {

    private static final int FROM = 100;
    private static final int TO = 299;

    private LinkUse() {}

    static CheckResult early(CheckContext session, PaidJob paidJob) throws InterruptedException {
        if (paidJob.link().isEmpty()) {
            return noLink();
        }
        var call = TargetRequest.get(paidJob.link().get());
        var answer = session.ask(call);
        var running = session.ask(paidJob.retrieve()).json().path("status").asText();
        return running.equals("PROCESSING")
                ? JobScript.judged(session, call, Expectation.status(404).compare(answer, session.schemas()))
                : new CheckResult.Skipped("the job had ended before its link was asked");
    }

    static CheckResult range(CheckContext session, PaidJob paidJob) throws InterruptedException {
        if (paidJob.link().isEmpty()) {
            return noLink();
        }
        session.jobs().await(session, paidJob.retrieve());
        var link = TargetRequest.get(paidJob.link().get());
        var whole = session.ask(link);
        var length = whole.body().length;
        var differences = new ArrayList<Difference>(JobScript.isMovie(whole, session));
        if (differences.isEmpty()) {
            var part = link.with("Range", "bytes=" + FROM + "-" + TO);
            differences.addAll(part(session.ask(part), whole, FROM, TO + 1));
            var last = link.with("Range", "bytes=-" + FROM);
            differences.addAll(part(session.ask(last), whole, length - FROM, length));
            var beyond = session.ask(link.with("Range", "bytes=" + (length + FROM) + "-"));
            differences.addAll(Expectation.status(416)
                    .header("Content-Range", "bytes */" + length, ("bytes */" + length)::equals)
                    .compare(beyond, session.schemas()));
        }
        return JobScript.judged(session, link, differences);
    }

    /** A server may answer with the whole instead of a part. */
    private static List<Difference> part(TargetReply answer, TargetReply whole, int from, int to) {
        if (answer.status() == 200 && Arrays.equals(answer.body(), whole.body())) {
            return List.of();
        }
        if (answer.status() != 206) {
            return List.of(new Difference("status", "206, or 200 with the whole", answer.toString()));
        }
        var named = "bytes " + from + "-" + (to - 1) + "/" + whole.body().length;
        var differences = new ArrayList<Difference>();
        if (!answer.header("Content-Range").filter(named::equals).isPresent()) {
            differences.add(new Difference(
                    "header Content-Range",
                    named,
                    answer.header("Content-Range").orElse("absent")));
        }
        if (!Arrays.equals(answer.body(), Arrays.copyOfRange(whole.body(), from, to))) {
            differences.add(new Difference(
                    "body",
                    "the bytes " + from + " to " + (to - 1) + " of the whole",
                    "others, " + answer.body().length + " of them"));
        }
        return differences;
    }

    static CheckResult head(CheckContext session, PaidJob paidJob) throws InterruptedException {
        if (paidJob.link().isEmpty()) {
            return noLink();
        }
        session.jobs().await(session, paidJob.retrieve());
        var call = TargetRequest.head(paidJob.link().get());
        var answer = session.ask(call);
        var expected = Expectation.status(200)
                .header("content-type", "video/mp4", type -> type.startsWith("video/mp4"))
                .header("content-length", "the length of a video", length -> length.matches("[1-9]\\d{4,}"));
        return JobScript.judged(session, call, expected.compare(answer, session.schemas()));
    }

    static CheckResult forged(CheckContext session, PaidJob paidJob) throws InterruptedException {
        if (paidJob.link().isEmpty()) {
            return noLink();
        }
        session.jobs().await(session, paidJob.retrieve());
        var link = paidJob.link().get();
        var differences = new ArrayList<Difference>();
        for (var other : List.of(changed(link), link.substring(0, link.length() - 6), link + "A", unknown(link))) {
            differences.addAll(
                    Expectation.status(404).compare(session.ask(TargetRequest.get(other)), session.schemas()));
            session.ask(TargetRequest.delete(other));
        }
        var still = TargetRequest.head(link);
        differences.addAll(Expectation.status(200).compare(session.ask(still), session.schemas()));
        return JobScript.judged(session, TargetRequest.get(changed(link)), differences);
    }

    /** A letter of its middle is another one. */
    private static String changed(String link) {
        var at = link.lastIndexOf('/') + 1 + (link.length() - link.lastIndexOf('/')) / 2;
        return link.substring(0, at) + (link.charAt(at) == 'Q' ? 'R' : 'Q') + link.substring(at + 1);
    }

    private static String unknown(String link) {
        return link.substring(0, link.lastIndexOf('/') + 1) + "venice-sim-check-no-such-link";
    }

    private static CheckResult noLink() {
        return new CheckResult.Skipped("no link was handed out");
    }
}
