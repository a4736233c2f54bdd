package dev.venicesim.contract.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request to a target.
 *
 * @param method of HTTP
 * @param path under the base URL, or a whole address for a download link
 * @param auth who asks
 * @param headers beside those of auth
 * @param body the text sent, if any
 */
public record TargetRequest(String method, String path, Auth auth, Map<String, String> headers, Optional<String> body) {

    /** Who asks. */
    public enum Auth {
        /** Nobody. */
        NONE,
        /** The user's own key. */
        KEY,
        /** A key that nobody holds. */
        BAD_KEY
    }

    static final String AUTHORIZATION = "Authorization";

    /** The key that nobody holds. */
    static final String REFUSED_KEY = "invalid-contract-check";

    public static TargetRequest get(String path) {
        return new TargetRequest("GET", path, Auth.NONE, Map.of(), Optional.empty());
    }

    public static TargetRequest head(String path) {
        return new TargetRequest("HEAD", path, Auth.NONE, Map.of(), Optional.empty());
    }

    public static TargetRequest options(String path) {
        return new TargetRequest("OPTIONS", path, Auth.NONE, Map.of(), Optional.empty());
    }

    public static TargetRequest delete(String path) {
        return new TargetRequest("DELETE", path, Auth.NONE, Map.of(), Optional.empty());
    }

    public static TargetRequest post(String path, JsonNode body) {
        return post(path, new String(Json.bytes(body), StandardCharsets.UTF_8), "application/json");
    }

    public static TargetRequest post(String path, String body, String type) {
        return new TargetRequest("POST", path, Auth.NONE, Map.of("Content-Type", type), Optional.of(body));
    }

    public TargetRequest withKey() {
        return new TargetRequest(method, path, Auth.KEY, headers, body);
    }

    public TargetRequest withBadKey() {
        return new TargetRequest(method, path, Auth.BAD_KEY, headers, body);
    }

    /** The same with the scheme of the key in other letters; the key follows it when it is sent. */
    public TargetRequest withScheme(String scheme) {
        return with(AUTHORIZATION, scheme);
    }

    /** The scheme of the key. */
    String scheme() {
        return headers.getOrDefault(AUTHORIZATION, "Bearer");
    }

    /** Whether the body of the reply may come as gzip. */
    public boolean isForGzip() {
        return headers.getOrDefault("Accept-Encoding", "").contains("gzip");
    }

    public TargetRequest with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new TargetRequest(method, path, auth, Map.copyOf(more), body);
    }

    /** The body as JSON; a missing node if it is none. */
    public JsonNode json() {
        try {
            return Json.read(body.orElse("").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Whether a wallet signs in, which then counts, and not a key beside it. Source: docs/api/wallets.md. */
    public boolean isSigned() {
        return headers.keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("sign-in-with-x"));
    }

    /** Whether an accepting answer costs money. */
    public boolean mayCost() {
        return path.endsWith("/video/queue");
    }

    /** The same request as a shell line; the key stands as a variable, so that the line can be passed on. */
    String curl(String baseUrl) {
        // a reply to HEAD has no body, which curl would wait for if it were told the method alone
        var line = new StringBuilder("curl -i").append(method.equals("HEAD") ? " --head" : " -X " + method);
        switch (auth) {
            case KEY -> line.append(" -H \"Authorization: ").append(scheme()).append(" $VENICE_API_KEY\"");
            case BAD_KEY ->
                line.append(" -H 'Authorization: Bearer ").append(REFUSED_KEY).append("'");
            case NONE -> {}
        }
        sentHeaders().forEach((name, value) -> line.append(" -H ").append(quoted(name + ": " + value)));
        body.ifPresent(text -> line.append(" -d ").append(quoted(shortened(text))));
        return line.append(' ').append(quoted(whole(baseUrl))).toString();
    }

    /** Those that stand as they are sent. */
    Map<String, String> sentHeaders() {
        var sent = new LinkedHashMap<>(headers);
        sent.remove(AUTHORIZATION);
        return sent;
    }

    String whole(String baseUrl) {
        return path.startsWith("http") ? path : baseUrl + path;
    }

    /** Whether it goes to another host than the API's, as a download link may. */
    boolean isElsewhere(String baseUrl) {
        return !whole(baseUrl).startsWith(baseUrl.replaceFirst("^(https?://[^/]+).*", "$1/"));
    }

    private static String shortened(String text) {
        return text.length() < 2000 ? text : text.substring(0, 300) + "...(" + text.length() + " characters)";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
