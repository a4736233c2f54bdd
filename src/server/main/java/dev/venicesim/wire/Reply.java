package dev.venicesim.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.error.ApiError;
import dev.venicesim.json.Json;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Reply of a handler: at once, later, or never. */
public sealed interface Reply {

    /** The media type of JSON replies, as the API writes it. */
    String JSON = "application/json; charset=utf-8";

    /**
     * A reply at hand.
     *
     * @param status HTTP status
     * @param headers header name to value, in order
     * @param content the body
     */
    record Now(int status, Map<String, String> headers, Content content) implements Reply {

        public Now {
            headers = Headers.copyOf(headers);
        }

        /** The same reply with more headers; those it has already stay as they are. */
        public Now withDefaults(Map<String, String> more) {
            return new Now(status, Headers.copyOf(more).and(headers), content);
        }

        /** The same reply with one header set. */
        public Now with(String name, String value) {
            return new Now(status, Headers.copyOf(headers).with(name, value), content);
        }
    }

    /** A reply that is not there yet: it waits for something, or is made on another thread. */
    record Later(CompletionStage<Now> stage) implements Reply {}

    /**
     * No reply, ever.
     *
     * @param until when it completes, the connection is reset
     * @param gone told, at least once, that the connection is closed
     */
    record Silent(CompletionStage<Void> until, Runnable gone) implements Reply {}

    static Now json(int status, JsonNode body) {
        return bytes(status, JSON, Json.bytes(body));
    }

    static Now bytes(int status, String type, byte[] body) {
        return new Now(status, Headers.of("Content-Type", type), new Content.Bytes(body));
    }

    static Now empty(int status) {
        return new Now(status, Headers.NONE, new Content.None());
    }

    static Now error(ApiError error) {
        return json(error.status(), error.body()).withDefaults(error.headers());
    }

    /** As {@link #stage}, for a request whose client may hang up while it waits for a reply that never comes. */
    default CompletionStage<Now> stage(Request request) {
        if (this instanceof Silent silent) {
            request.whenGone(silent.gone());
        }
        return stage();
    }

    /** This reply when it is there; one that never comes is a connection cut. */
    default CompletionStage<Now> stage() {
        if (this instanceof Later later) {
            return later.stage();
        }
        return this instanceof Silent silent
                ? silent.until().thenApply(over -> cut())
                : CompletableFuture.completedFuture((Now) this);
    }

    /** No reply but a connection that is reset. */
    static Now cut() {
        return new Now(200, Map.of(), new Content.Spoiled(new Content.None(), new ReplyDamage.Reset()));
    }

    /** This reply changed, now or when it is there. */
    default Reply map(UnaryOperator<Now> change) {
        if (this instanceof Later later) {
            return new Later(later.stage().thenApply(change));
        }
        return this instanceof Now now ? change.apply(now) : this;
    }
}
