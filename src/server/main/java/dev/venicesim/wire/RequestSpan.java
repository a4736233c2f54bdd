package dev.venicesim.wire;

import java.util.Map;
import java.util.Optional;

/** Span of one request in its client's trace, or in a trace of its own. */
public interface RequestSpan {

    /** The span that nobody wants. */
    RequestSpan NONE = new RequestSpan() {
        @Override
        public Optional<TraceParent> context() {
            return Optional.empty();
        }

        @Override
        public void describe(Description description) {}

        @Override
        public void end(End end) {}
    };

    /** Its trace, with its own id as that of the parent of what it leads to; empty if nobody wants the span. */
    Optional<TraceParent> context();

    /** Takes what is known of the request once it has been taken down. */
    void describe(Description description);

    /** Ends it, now. */
    void end(End end);

    /**
     * Description of a request.
     *
     * @param route the path of its operation, with names in braces for what differs; empty if it reached none
     * @param attributes by OpenTelemetry's names, or names of ours
     */
    record Description(Optional<String> route, Map<String, String> attributes) {}

    /**
     * End of a request.
     *
     * @param status of its reply; 0 if the client got none
     * @param error what went wrong, in a word
     */
    record End(int status, Optional<String> error) {

        private static final int SERVER_ERROR = 500;

        /** A reply that was sent; a refusal is no error of the server. */
        public static End replied(int status) {
            return new End(status, status < SERVER_ERROR ? Optional.empty() : Optional.of(Integer.toString(status)));
        }

        /** No reply. */
        public static End without(String error) {
            return new End(0, Optional.of(error));
        }
    }
}
