package dev.venicesim.wire;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Trace that a request belongs to, as W3C's Trace Context has it: the header {@code traceparent} says which, and the
 * reply's {@code traceresponse} says under which id the request was answered.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param parentId 16 hexadecimal digits, not all zero: the caller's span
 * @param sampled whether the caller keeps the trace
 */
public record TraceParent(String traceId, String parentId, boolean sampled) {

    /** The header of a reply. */
    public static final String RESPONSE = "traceresponse";

    private static final String HEADER = "traceparent";
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final String NO_VERSION = "ff";
    private static final int SAMPLED = 1;

    /**
     * The trace that a request names. One that names none, or more than one, or has another form, belongs to none; a
     * version to come is read as far as it agrees with the first.
     */
    public static Optional<TraceParent> of(Request request) {
        if (request.header(HEADER).isEmpty()) {
            return Optional.empty();
        }
        var values = request.headerValues(HEADER);
        return values.size() == 1 ? parse(values.get(0)) : Optional.empty();
    }

    static Optional<TraceParent> parse(String value) {
        var form = FORM.matcher(value);
        if (!form.matches() || form.group(1).equals(NO_VERSION)) {
            return Optional.empty();
        }
        var known = form.group(1).equals("00");
        if ((known && form.group(5) != null) || isZero(form.group(2)) || isZero(form.group(3))) {
            return Optional.empty();
        }
        var flags = Integer.parseInt(form.group(4), 16);
        return Optional.of(new TraceParent(form.group(2), form.group(3), (flags & SAMPLED) != 0));
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(digit -> digit == '0');
    }

    /** The value of the reply's header, if it is this span itself that answered. */
    public String response() {
        return response(parentId);
    }

    /**
     * The value of the reply's header.
     *
     * @param spanId 16 hexadecimal digits: under which id the request was answered
     */
    public String response(String spanId) {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    /** Under which id a request of this trace was answered, if the value of its reply's header says so. */
    public Optional<String> spanId(String response) {
        var form = FORM.matcher(response);
        return form.matches() && form.group(2).equals(traceId) ? Optional.of(form.group(3)) : Optional.empty();
    }
}
