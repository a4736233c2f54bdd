package dev.venicesim.replay;

import dev.venicesim.run.RunRequest;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Change of what one request is answered.
 *
 * @param request as it was asked
 * @param model what it asks of; empty if it names none
 * @param then how it was answered
 * @param now how it is answered now
 */
record ReplyChange(RunRequest request, String model, RunRequest.Answer then, RunRequest.Answer now) {

    boolean isOfStatus() {
        return then.status() != now.status();
    }

    /** What another status is about, or which members of the body are other ones. */
    List<String> members() {
        return isOfStatus()
                ? refused()
                : ReplyDifference.bodies(then, now).stream()
                        .map(difference -> difference.where().replaceAll("^/|/\\d+(?=/|$)", ""))
                        .distinct()
                        .toList();
    }

    private List<String> refused() {
        var named = new TreeSet<String>();
        now.body()
                .path("issues")
                .forEach(issue -> named.add(issue.path("path").path(0).asText()));
        now.body().path("details").fieldNames().forEachRemaining(named::add);
        return named.stream()
                .filter(name -> !name.isEmpty() && !name.startsWith("_"))
                .toList();
    }

    /** Those of one kind have one of these. */
    String inWords() {
        var members = Stream.of(
                        String.join(
                                ", ",
                                members().stream().map(name -> "`" + name + "`").toList()),
                        model)
                .filter(part -> !part.isEmpty())
                .toList();
        var about = members.isEmpty() ? request.method() + " " + request.target() : String.join(" of ", members);
        return (isOfStatus() ? "become " + now.status() : "answered otherwise") + " (" + about + ")";
    }
}
