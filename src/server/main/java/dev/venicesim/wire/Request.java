package dev.venicesim.wire;

import dev.venicesim.json.SlicedJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request whose body has been read. */
public interface Request {

    /** The method in upper case, as sent. */
    String method();

    /** The path as sent, percent-encoded, without the query string; {@link Paths} decodes it. */
    String path();

    /** The query string as sent, without its question mark; empty if there is none. */
    String query();

    /** The first value of a query parameter, percent-decoded. */
    Optional<String> parameter(String name);

    /** The first value of a header, whatever the case of its name. */
    Optional<String> header(String name);

    /** Every value of a header, in the order received. */
    List<String> headerValues(String name);

    /** Every header, in the order received; of repeated ones the first. */
    Map<String, String> headers();

    /** The body; empty if there is none. Shared, never written to. */
    byte[] body();

    /**
     * The body as JSON. A server's request reads it once, however many stages ask.
     *
     * @throws IOException if it is not one well-formed JSON value
     */
    default SlicedJson json() throws IOException {
        return SlicedJson.read(body());
    }

    /** Its span in the tracing of whoever wants one. */
    default RequestSpan span() {
        return RequestSpan.NONE;
    }

    /** The address the request came from, without a port. */
    String remoteAddress();

    /** Runs something once this request has been answered, or its connection is gone; at most a line of work. */
    void whenAnswered(Runnable done);

    /**
     * Runs something, at least once, if the client hangs up before its reply has been sent; for requests whose reply is
     * late.
     */
    void whenGone(Runnable gone);

    /** Scheme and authority the client addressed, for example {@code http://127.0.0.1:8080}; no slash at the end. */
    String origin();
}
