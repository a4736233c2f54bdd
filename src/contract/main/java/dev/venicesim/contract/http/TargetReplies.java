package dev.venicesim.contract.http;

import dev.venicesim.net.CredentialMask;
import dev.venicesim.net.KeyMask;
import dev.venicesim.net.LinkMask;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Replies of a target: read without the user's key, and judged whether they come from an API at all. What has come so far
 * counts: a target that never answered is not there, one that answered before only fails.
 */
final class TargetReplies {

    private final String baseUrl;
    private final Optional<String> key;
    private final ServerTrust trust;
    private volatile boolean hasAnswered;
    private volatile boolean hasAnsweredInJson;

    TargetReplies(String baseUrl, Optional<String> key, ServerTrust trust) {
        this.baseUrl = baseUrl;
        this.key = key;
        this.trust = trust;
    }

    /** Those to another key, of a target that is known as well. */
    TargetReplies toKey(String other) {
        var replies = new TargetReplies(baseUrl, Optional.of(other), trust);
        replies.hasAnswered = hasAnswered;
        replies.hasAnsweredInJson = hasAnsweredInJson;
        return replies;
    }

    /** A text without the key or another credential, and without the token of a link. */
    String masked(String text) {
        return LinkMask.masked(CredentialMask.maskText(hidden(text)));
    }

    String inWords(Exception failure) {
        return trust.inWords(failure);
    }

    /** What lies outside of the API, such as a download link, may answer what it likes. */
    TargetReply usable(TargetRequest call, TargetReply answer) {
        if (!isOurs(call)) {
            return answer;
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            var to = answer.header("location")
                    .map(text -> text.replaceFirst("^https?://([^/:?#@]*).*", "$1"))
                    .orElse("nowhere");
            throw new TargetFailure(
                    TargetFailure.Kind.UNREACHABLE,
                    where(call) + " redirects to " + to + ", which is not followed; give the final base URL");
        }
        var isHtml = answer.contentType().contains("html");
        hasAnsweredInJson |= !isHtml && !answer.json().isMissingNode();
        // a refusal that says it is HTML is a difference like any other, from an API that has spoken JSON before
        if (isHtml && !(hasAnsweredInJson && answer.status() >= 400)) {
            throw new TargetFailure(
                    TargetFailure.Kind.UNREACHABLE,
                    where(call) + " answered " + answer.status()
                            + " with HTML, not JSON; the base URL must include /api/v1 and lead past any login page");
        }
        return answer;
    }

    TargetFailure failure(TargetRequest call, String why, Exception cause) {
        return new TargetFailure(
                hasAnswered
                        ? ConnectionFailures.kind(call.isElsewhere(baseUrl), cause)
                        : TargetFailure.Kind.UNREACHABLE,
                where(call) + " cannot be reached: " + hidden(why),
                cause);
    }

    String where(TargetRequest call) {
        return masked(call.method() + " " + call.whole(baseUrl));
    }

    /** An address that the target handed out may be anybody's, who is told no key. */
    boolean isOurs(TargetRequest call) {
        return call.whole(baseUrl).startsWith(baseUrl + "/");
    }

    TargetReply read(TargetRequest call, HttpResponse<byte[]> response) {
        var answer = decoded(call, response);
        hasAnswered = true;
        return answer;
    }

    private TargetReply decoded(TargetRequest call, HttpResponse<byte[]> response) {
        var headers = new LinkedHashMap<String, String>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), hidden(value(values))));
        var body = call.isForGzip() ? ContentCoding.decoded(headers, response.body()) : response.body();
        var answer = new TargetReply(response.statusCode(), headers, body);
        if (answer.isVideo() || key.isEmpty()) {
            return answer;
        }
        var text = new String(body, StandardCharsets.UTF_8);
        var masked = hidden(text);
        return masked.equals(text)
                ? answer
                : new TargetReply(response.statusCode(), headers, masked.getBytes(StandardCharsets.UTF_8));
    }

    /** One value, however often it is sent; several are a list, as HTTP has it. */
    private static String value(List<String> values) {
        return String.join(", ", new LinkedHashSet<>(values));
    }

    private String hidden(String text) {
        return key.map(secret -> new KeyMask(secret).masked(text)).orElse(text);
    }
}
