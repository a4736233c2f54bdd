package dev.venicesim.net;

import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Sha256;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mask of credentials, for wherever requests are kept: equal ones stay equal, so that two lines of one key can be told
 * from two keys.
 */
public final class CredentialMask {

    /** The public first letters of a key that may do everything, which masking leaves readable. */
    public static final String ADMIN_PREFIX = "VENICE_ADMIN_KEY_";

    /** The same of a key for inference. */
    public static final String INFERENCE_PREFIX = "VENICE_INFERENCE_KEY_";

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
            "(?:.*-)?(?:api-?key|access-?key|private-?key|token|secret|password|passwd|pwd|passphrase|signature"
                    + "|authorization|authentication|session|csrf|credentials?|jwt)(?:-.*)?|x-(?:.*-)?key");

    /** Names of members of that kind that are written as one word: {@code accessToken}, but no {@code tokenAddress}. */
    private static final Pattern SECRET_WORD = Pattern.compile(
            ".*[a-z0-9](?:Api|Access|Private|Secret|Session|Auth)Key|.*[a-z0-9](?:Token|Secret|Password|Passphrase"
                    + "|Signature|Authorization|Credentials?|Jwt)|(?:access|private|secret)Key|session(?:Id|ID)");

    private static final String SECRET_PARAMETER =
            "(?i)((?:^|[?&;])(?!(?:page|next|continuation)[_-]?token=)(?:[\\w.-]*(?:api[_-]?key|access[_-]?key|private[_-]?key|token|secret|password|passwd|pwd"
                    + "|passphrase|signature|credentials?|session(?:[_-]?id)?|jwt|authorization)|key|auth|bearer|sig"
                    + "|policy)=)";

    private static final Pattern KEY_IN_URL = Pattern.compile(SECRET_PARAMETER + "([^&;#]*)|(://)([^/?#@]*)@");

    /** The same where a URL ends with what cannot stand in it. */
    private static final Pattern KEY_IN_URL_OF_TEXT =
            Pattern.compile(SECRET_PARAMETER + "([^&;#\\s\"'<>\\\\]*)|(://)([^/?#@\\s\"'<>\\\\]*)@");

    /** Keys with a known beginning, wherever they stand. */
    private static final Pattern KEY_IN_TEXT = Pattern.compile("(?:VENICE_(?:ADMIN|INFERENCE)_KEY_|\\bsk-)[\\w.~-]+");

    /** A member of a document up to its value, which may stand in another text with its quotes escaped. */
    private static final Pattern MEMBER = Pattern.compile("(\\\\{0,3})\"([\\w.-]{1,64})\\1\"\\s*+:\\s*+\\1\"");

    /** Longer values are documents or media; no credential is. */
    private static final int LONGEST_CREDENTIAL = 8192;

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
            return BearerScheme.in(value).map(key -> "Bearer " + maskedKey(key)).orElseGet(() -> masked(value));
        }
        return isSecret(name) ? masked(value) : maskText(value);
    }

    /** The value of a document's member as it may be kept, if its name says that it is a credential. */
    public static Optional<String> maskMember(String member, String value) {
        if (value.isEmpty() || value.length() > LONGEST_CREDENTIAL || !isSecretMember(member)) {
            return Optional.empty();
        }
        return Optional.of(member.equalsIgnoreCase("authorization") ? mask(member, value) : masked(value));
    }

    /** Whether a member is named as headers with credentials are, but for how its words are parted. */
    private static boolean isSecretMember(String member) {
        var name = member.toLowerCase(Locale.ROOT).replace('_', '-');
        return isSecret(name) || SECRET_WORD.matcher(member).matches();
    }

    private static boolean isSecret(String name) {
        return SECRET_HEADERS.contains(name)
                || (!name.startsWith("x-ratelimit-")
                        && SECRET_NAME.matcher(name).matches());
    }

    private static String maskedKey(String key) {
        var prefix = prefix(key);
        return MASKED.matcher(key).region(prefix.length(), key.length()).matches() ? key : maskKey(key);
    }

    /** A key as it may be kept: its public prefix and a fingerprint. */
    public static String maskKey(String key) {
        return prefix(key) + secret(key);
    }

    private static String prefix(String key) {
        if (key.startsWith(ADMIN_PREFIX)) {
            return ADMIN_PREFIX;
        }
        return key.startsWith(INFERENCE_PREFIX) ? INFERENCE_PREFIX : "";
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
        return value.startsWith("***") && MASKED.matcher(value).matches() ? value : secret(value);
    }

    /**
     * Any text as it may be kept: keys with a known beginning are masked, what is secret in the URLs that it holds, and
     * the members of a document in it that are credentials by their names.
     */
    public static String maskText(String text) {
        var members = text.indexOf('"') < 0 ? text : maskMembers(text);
        var urls = members.indexOf('=') >= 0 || members.contains("://");
        return maskKeys(urls ? maskUrls(KEY_IN_URL_OF_TEXT, members) : members);
    }

    private static String maskMembers(String text) {
        var members = MEMBER.matcher(text);
        var out = new StringBuilder();
        var done = 0;
        for (var from = 0; from <= text.length() && members.find(from); ) {
            var start = members.end();
            var end = end(text, start, members.group(1));
            var masked = end < 0 ? Optional.<String>empty() : maskMember(members.group(2), text.substring(start, end));
            if (masked.isPresent()) {
                out.append(text, done, start).append(masked.get());
                done = end;
            }
            from = masked.isPresent() ? end : start;
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Where the text ends that begins there, behind quotes with so many escapes; -1 where it is too long or broken. */
    private static int end(String text, int start, String escapes) {
        var last = Math.min(text.length(), start + LONGEST_CREDENTIAL + 1);
        for (var at = start; at < last; at++) {
            var letter = text.charAt(at);
            if (letter == '"') {
                return at - escapes.length();
            }
            if (letter == '\\' && !text.startsWith(escapes + "\"", at)) {
                at++;
            }
        }
        return -1;
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

    /** What tells equal secrets from others and is none itself. */
    public static String fingerprint(String value) {
        return Hex.digits(Arrays.copyOf(Sha256.hash(value), FINGERPRINT_BYTES));
    }
}
