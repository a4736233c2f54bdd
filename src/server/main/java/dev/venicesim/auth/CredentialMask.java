package dev.venicesim.auth;

import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Sha256;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mask of credentials, for wherever requests are kept: equal ones stay equal, so that two lines of one key can be told
 * from two keys.
 */
public final class CredentialMask {

    private static final Set<String> SECRET_HEADERS = Set.of(
            "sign-in-with-x",
            "x-sign-in-with-x",
            "payment-signature",
            "x-402-payment",
            "x-payment",
            "proxy-authorization",
            "cookie",
            "set-cookie",
            "x-api-key");

    /** Names of headers that carry a credential whoever invented them: {@code Api-Key}, {@code X-Auth-Token}. */
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?:.*-)?(?:api-?key|token|secret|password|signature|authorization|authentication|session|csrf|credentials?)"
                    + "(?:-.*)?|x-(?:.*-)?key");

    private static final String SECRET_PARAMETER =
            "(?i)([?&;](?:api[_-]?key|key|token|access_token|authorization|bearer|secret|client_secret|password|sig"
                    + "|signature|policy|x-(?:amz|goog)-(?:signature|credential|security-token))=)";

    private static final Pattern KEY_IN_URL = Pattern.compile(SECRET_PARAMETER + "([^&;#]*)|(://)([^/?#@]*)@");

    /** The same where a URL ends with what cannot stand in it. */
    private static final Pattern KEY_IN_URL_OF_TEXT =
            Pattern.compile(SECRET_PARAMETER + "([^&;#\\s\"'<>\\\\]*)|(://)([^/?#@\\s\"'<>\\\\]*)@");

    /** Keys with a known beginning, wherever they stand. */
    private static final Pattern KEY_IN_TEXT = Pattern.compile("(?:VENICE_(?:ADMIN|INFERENCE)_KEY_|\\bsk-)[\\w.~-]+");

    private static final Pattern MASKED = Pattern.compile("\\*\\*\\*[0-9a-f]{8}");

    private static final int FINGERPRINT_BYTES = 4;
    private static final int LONG_KEY = 16;

    private CredentialMask() {}

    /**
     * A header's value as it may be kept. A header that carries no credential is returned as it is, but for keys with a
     * known beginning.
     */
    public static String mask(String headerName, String value) {
        var name = headerName.toLowerCase(Locale.ROOT);
        if (name.equals("authorization")) {
            return BearerKey.in(value).map(key -> "Bearer " + maskKey(key)).orElseGet(() -> secret(value));
        }
        return isSecret(name) ? secret(value) : maskText(value);
    }

    /** Whether a member of a document is named as headers with credentials are, but for its underscores. */
    public static boolean isSecretMember(String member) {
        var name = member.toLowerCase(Locale.ROOT).replace('_', '-');
        return name.equals("authorization") || isSecret(name);
    }

    private static boolean isSecret(String name) {
        return SECRET_HEADERS.contains(name)
                || (!name.startsWith("x-ratelimit-")
                        && SECRET_NAME.matcher(name).matches());
    }

    /** A key as it may be kept: its public prefix and a fingerprint. */
    public static String maskKey(String key) {
        return KeyTraits.of(key).kind().prefix() + secret(key);
    }

    /** A key that is nobody's and is treated as this one: the letters that matter, and a fingerprint. */
    public static String standIn(String key) {
        var traits = KeyTraits.of(key);
        var prefix = traits.magic() == KeyTraits.Magic.NONE
                ? traits.kind().prefix()
                : traits.magic().prefix() + "-";
        return (prefix.isEmpty() ? "run-" : prefix) + fingerprint(key);
    }

    /** A key for the eyes of the person whose it is: its first letters and, if it is long, its last. */
    public static String hint(String key) {
        var letters = key.codePointCount(0, key.length());
        return letters < LONG_KEY
                ? key.substring(0, key.offsetByCodePoints(0, Math.min(3, letters))) + "..."
                : key.substring(0, key.offsetByCodePoints(0, 3)) + "..."
                        + key.substring(key.offsetByCodePoints(key.length(), -4));
    }

    /** A path or URL as it may be kept: keys in its query, its user information and its segments are masked. */
    public static String maskUrl(String url) {
        if (url.indexOf('=') < 0 && url.indexOf('@') < 0) {
            return maskKeys(url);
        }
        return maskKeys(maskUrls(KEY_IN_URL, url));
    }

    private static String maskUrls(Pattern secrets, String text) {
        return secrets.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) != null
                                ? found.group(1) + masked(found.group(2))
                                : found.group(3) + masked(found.group(4)) + "@"));
    }

    /** What is masked already stays as it is. */
    private static String masked(String value) {
        return MASKED.matcher(value).matches() ? value : secret(value);
    }

    /**
     * Any text as it may be kept: keys with a known beginning are masked, and what is secret in the URLs that it holds.
     */
    public static String maskText(String text) {
        return maskKeys(text.contains("://") ? maskUrls(KEY_IN_URL_OF_TEXT, text) : text);
    }

    private static String maskKeys(String text) {
        if (!text.contains("sk-") && !text.contains("_KEY_")) {
            return text;
        }
        return KEY_IN_TEXT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(maskKey(found.group())));
    }

    private static String secret(String value) {
        return "***" + fingerprint(value);
    }

    private static String fingerprint(String value) {
        return Hex.digits(Arrays.copyOf(Sha256.hash(value), FINGERPRINT_BYTES));
    }
}
