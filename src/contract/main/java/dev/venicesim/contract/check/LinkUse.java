package dev.venicesim.contract.check;

import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.oracle.ObservedExchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Scripts about the use of a download link: early, in parts, and by those who have it not. What no document tells may be
 * otherwise, as HTTP lets it. Source: docs/api/download-links.md#before-a-link-is-ready,
 * docs/api/download-links.md#parts-of-a-video, docs/api/download-links.md#statuses-of-a-link.
 */
final class LinkUse {

    /** Some part of a video; any other would do. */
    private static final int FROM = 100;

    private static final int TO = 299;

    /** What a link that is signed for GET alone answers to HEAD, or a server that does not know it. */
    static final Set<Integer> NO_HEAD = Set.of(403, 405, 501);

    private LinkUse() {}

    static CheckResult early(CheckContext session, PaidJob paidJob) throws InterruptedException {
        if (paidJob.link().isEmpty()) {
            return noLink();
        }
        var call = TargetRequest.get(paidJob.link().get());
        var answer = session.ask(call);
        var running = session.ask(paidJob.retrieve());
        if (!running.json().path("status").asText().equals("PROCESSING")) {
            return RunningJob.notRunning(running);
        }
        var isVideo = answer.status() < 400 || answer.status() >= 500;
        return JobScript.judged(
                session,
                call,
                isVideo ? List.of(new Difference("status", "a refusal, 404 perhaps", answer.toString())) : List.of());
    }

    static CheckResult range(CheckContext session, PaidJob paidJob) throws InterruptedException {
        if (paidJob.link().isEmpty()) {
            return noLink();
        }
        session.jobs().await(session, paidJob.retrieve());
        var link = TargetRequest.get(paidJob.link().get());
        var whole = whole(session, link);
        var length = whole.body().length;
        var found = new DifferenceLog();
        found.add(link, JobScript.isMovie(whole, session));
        if (found.isEmpty() && length <= TO) {
            found.add(link, new Difference("body", "a video", length + " bytes"));
        }
        if (found.isEmpty()) {
            var part = link.with("Range", "bytes=" + FROM + "-" + TO);
            found.add(part, part(session.ask(part), whole, FROM, TO + 1));
            var first = link.with("Range", "bytes=0-0");
            found.add(first, part(session.ask(first), whole, 0, 1));
            var over = link.with("Range", "bytes=" + (length - FROM) + "-" + (length + FROM));
            found.add(over, part(session.ask(over), whole, length - FROM, length));
            var last = link.with("Range", "bytes=-" + FROM);
            found.add(last, part(session.ask(last), whole, length - FROM, length));
            var beyond = link.with("Range", "bytes=" + (length + FROM) + "-");
            found.add(beyond, pastTheEnd(session.ask(beyond), whole, sendsParts(session, link)));
        }
        return found.result(session);
    }

    /** A link may be fetched so and so often, and was fetched before. */
    private static TargetReply whole(CheckContext session, TargetRequest link) throws InterruptedException {
        var before = session.conversation().exchanges().stream()
                .filter(exchange ->
                        exchange.request().equals(link) && exchange.reply().ok())
                .map(ObservedExchange::reply)
                .filter(reply -> reply.body().length > 0)
                .findFirst();
        return before.isPresent() ? before.get() : session.ask(link);
    }

    private static boolean sendsParts(CheckContext session, TargetRequest link) {
        return session.conversation().exchanges().stream()
                .anyMatch(exchange -> exchange.request().path().equals(link.path())
                        && exchange.reply().status() == 206);
    }

    /** A server that knows no parts may answer with the whole; one that does knows where there are none. */
    private static List<Difference> pastTheEnd(TargetReply answer, TargetReply whole, boolean sendsParts) {
        var isWhole = answer.status() == 200 && Arrays.equals(answer.body(), whole.body());
        return answer.status() == 416 || (isWhole && !sendsParts)
                ? List.of()
                : List.of(
                        new Difference("status", sendsParts ? "416" : "416, or 200 with the whole", answer.toString()));
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
        if (NO_HEAD.contains(answer.status())) {
            return new CheckResult.Skipped("the link is for GET alone: HEAD answered " + answer.status());
        }
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
        var found = new DifferenceLog();
        for (var other : List.of(
                changed(link),
                link.substring(0, middle(link)),
                link + "A",
                unknown(link),
                lastChanged(link),
                otherCase(link))) {
            var call = TargetRequest.get(other);
            found.add(call, Expectation.status(404).compare(session.ask(call), session.schemas()));
            session.ask(TargetRequest.delete(other));
        }
        stillOpens(session, link, found);
        return found.result(session);
    }

    static void stillOpens(CheckContext session, String link, DifferenceLog found) throws InterruptedException {
        var head = TargetRequest.head(link);
        var answer = session.ask(head);
        if (!NO_HEAD.contains(answer.status())) {
            found.add(head, Expectation.status(200).compare(answer, session.schemas()));
            return;
        }
        var first = TargetRequest.get(link).with("Range", "bytes=0-0");
        var part = session.ask(first);
        if (part.status() != 206) {
            found.add(first, Expectation.status(200).compare(part, session.schemas()));
        }
    }

    /** A letter of its middle is another one. */
    private static String changed(String link) {
        var at = middle(link);
        return link.substring(0, at) + (link.charAt(at) == 'Q' ? 'R' : 'Q') + link.substring(at + 1);
    }

    private static String lastChanged(String link) {
        var last = link.length() - 1;
        return link.substring(0, last) + (link.charAt(last) == 'Q' ? 'R' : 'Q');
    }

    /** The first letter of its secret part is written in the other case; changed elsewhere if it has none. */
    private static String otherCase(String link) {
        for (var at = secret(link); at < link.length(); at++) {
            var letter = link.charAt(at);
            if (Character.isLetter(letter)) {
                var other =
                        Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
                return link.substring(0, at) + other + link.substring(at + 1);
            }
        }
        return changed(link);
    }

    private static String unknown(String link) {
        return link.substring(0, secret(link)) + "venice-sim-check-no-such-link";
    }

    /** The place of a letter in the middle of what nobody else knows. */
    private static int middle(String link) {
        return (secret(link) + link.length() - 1) / 2;
    }

    /** Where the last part of a link begins, whether or not it ends in a slash. */
    private static int secret(String link) {
        return link.lastIndexOf('/', link.length() - 2) + 1;
    }

    private static CheckResult noLink() {
        return new CheckResult.Skipped("no link was handed out");
    }
}
