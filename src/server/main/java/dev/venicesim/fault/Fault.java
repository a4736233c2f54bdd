package dev.venicesim.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One thing that goes wrong on the wire. */
public sealed interface Fault {

    /** Most bytes a fault names. */
    long MAX_BYTES = 1L << 40;

    /** Its name in scenario files, the control API and the Java kit. */
    String label();

    /** Where it strikes unless somebody says otherwise. */
    default FaultPhase phase() {
        return needsReply() ? FaultPhase.AFTER : FaultPhase.BEFORE;
    }

    /** Whether it spoils a reply, and so can only strike once there is one. */
    default boolean needsReply() {
        return this instanceof Throttle
                || this instanceof ResetInside
                || this instanceof Truncate
                || this instanceof Garbage
                || this instanceof ContentType;
    }

    /** The request waits before it is carried out, or the reply before it is sent. */
    record Delay(Latency latency) implements Fault {
        @Override
        public String label() {
            return "delay";
        }
    }

    /** The body trickles. */
    record Throttle(long bytesPerSecond) implements Fault {
        public Throttle {
            requireBytes(bytesPerSecond, 1);
        }

        @Override
        public String label() {
            return "throttle";
        }
    }

    /**
     * Another reply instead of the simulator's.
     *
     * @param status 200 to 599
     * @param body sent as JSON, or as it stands if it is a string (a proxy's HTML page, say)
     * @param headers laid over the usual ones
     */
    record Respond(int status, JsonNode body, Map<String, String> headers) implements Fault {
        public Respond {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("status is from 200 to 599, not " + status);
            }
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }

        @Override
        public String label() {
            return "respond";
        }
    }

    /** The connection is reset and not a byte of the reply is sent. */
    record Reset() implements Fault {
        @Override
        public String label() {
            return "reset";
        }
    }

    /** The connection is reset once so many bytes of the body are sent. */
    record ResetInside(long afterBytes) implements Fault {
        public ResetInside {
            requireBytes(afterBytes, 0);
        }

        @Override
        public String label() {
            return "reset";
        }
    }

    /** The body ends early, by an orderly close, under the Content-Length of the whole. */
    record Truncate(long afterBytes) implements Fault {
        public Truncate {
            requireBytes(afterBytes, 0);
        }

        @Override
        public String label() {
            return "truncate";
        }
    }

    /**
     * The body is noise; status and headers are the reply's own.
     *
     * @param seed fixes the noise
     */
    record Garbage(int length, long seed) implements Fault {

        /** Most noise there is. */
        public static final int MAX_LENGTH = 1 << 20;

        public Garbage {
            if (length < 0 || length > MAX_LENGTH) {
                throw new IllegalArgumentException("garbage has 0 to " + MAX_LENGTH + " bytes, not " + length);
            }
        }

        /** The noise itself; never valid JSON or MP4, since it starts with a byte neither does. */
        public byte[] bytes() {
            var noise = new byte[length];
            for (int i = 0; i < length; i++) {
                noise[i] = i == 0 ? (byte) 0xFF : (byte) SeededRandom.bits(seed, i);
            }
            return noise;
        }

        @Override
        public String label() {
            return "garbage";
        }
    }

    /** The reply claims to be something else. */
    record ContentType(String type) implements Fault {
        public ContentType {
            requireHeaderValue(type);
        }

        @Override
        public String label() {
            return "contentType";
        }
    }

    /** Nothing is answered, ever; the connection stays open until the world closes. */
    record Hang() implements Fault {
        @Override
        public String label() {
            return "hang";
        }
    }

    /** Whether a text may stand in a header: printable ASCII. */
    static boolean isHeaderValue(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    private static void requireHeaderValue(String text) {
        if (text.isBlank() || !isHeaderValue(text)) {
            throw new IllegalArgumentException("a content type is printable ASCII, not \"" + text + "\"");
        }
    }

    private static void requireBytes(long bytes, long least) {
        if (bytes < least || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("bytes are from " + least + " to " + MAX_BYTES + ", not " + bytes);
        }
    }
}
