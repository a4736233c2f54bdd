package dev.venicesim.operation.download;

import dev.venicesim.wire.Request;
import java.util.regex.Pattern;

/**
 * Range of a file's bytes that a request wants. Source: RFC 9110 section 14; of several ranges none is served apart,
 * the whole file is.
 */
public sealed interface ByteRange {

    long first();

    long length();

    /** All of it. */
    record Whole(long length) implements ByteRange {
        @Override
        public long first() {
            return 0;
        }
    }

    /** From one byte to another, both included. */
    record Part(long first, long last) implements ByteRange {
        @Override
        public long length() {
            return last - first + 1;
        }
    }

    /** Nothing the file has. */
    record Unsatisfiable() implements ByteRange {
        @Override
        public long first() {
            return 0;
        }

        @Override
        public long length() {
            return 0;
        }
    }

    /** The form of a header that asks for one range. */
    Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange of(Request request, String etag, long total) {
        var header = request.header("Range");
        var current = request.header("If-Range").map(etag::equals).orElse(true);
        if (header.isEmpty() || !current || !request.method().matches("GET|POST")) {
            return new Whole(total);
        }
        var match = ONE_RANGE.matcher(header.get().strip());
        if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
            return new Whole(total);
        }
        return match.group(1).isEmpty()
                ? suffix(Long.parseLong(match.group(2)), total)
                : span(match.group(1), match.group(2), total);
    }

    /** Whether a header asks for one range of bytes, and that begins after the first byte. */
    static boolean leavesOutTheFirstByte(String header) {
        var match = ONE_RANGE.matcher(header.strip());
        return match.matches() && !match.group(1).isEmpty() && Long.parseLong(match.group(1)) > 0;
    }

    private static ByteRange suffix(long length, long total) {
        return length == 0 ? new Unsatisfiable() : new Part(Math.max(0, total - length), total - 1);
    }

    private static ByteRange span(String from, String to, long total) {
        var first = Long.parseLong(from);
        var last = to.isEmpty() ? total - 1 : Math.min(Long.parseLong(to), total - 1);
        if (!to.isEmpty() && Long.parseLong(to) < first) {
            return new Whole(total);
        }
        return first >= total ? new Unsatisfiable() : new Part(first, last);
    }
}
