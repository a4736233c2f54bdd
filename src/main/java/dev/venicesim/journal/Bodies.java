package dev.venicesim.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Request;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Makes of bodies what the journal keeps of them: short texts as they are, long ones without their media, media as hash and size. */
public final class Bodies {

    private final StreamHashes streams = new StreamHashes();

    /** A body as JSON, if it is that. */
    @FunctionalInterface
    private interface Reading {
        SlicedJson json() throws IOException;
    }

    /**
     * What is kept of a request's body.
     *
     * @param why its trace, which knows the media that were decoded already
     */
    public Body of(Request request, Why why) {
        return of(request.header("Content-Type").orElse(""), request.body(), request::json, why.media());
    }

    /**
     * What is kept of a reply's body.
     *
     * @param tag tells streams apart that send different bytes; equal ones are hashed once
     */
    public Body of(String type, Content content, String tag) {
        if (content instanceof Content.Bytes bytes) {
            return of(type, bytes.bytes(), () -> SlicedJson.read(bytes.bytes()), Map.of());
        }
        if (content instanceof Content.Spoiled spoiled) {
            return of(type, spoiled.whole(), tag);
        }
        if (content instanceof Content.Stream stream) {
            return new Body.Media(type, streams.of(stream, tag), stream.length());
        }
        return Body.NONE;
    }

    private static Body of(String type, byte[] body, Reading reading, Map<Integer, Why.Medium> known) {
        if (body.length == 0) {
            return Body.NONE;
        }
        if (isMedia(type)) {
            return new Body.Media(type, Hashes.sha256(body, 0, body.length), body.length);
        }
        if (body.length <= Body.MAX_KEPT) {
            return new Body.Text(type, body, body.length);
        }
        return elided(type, body, reading, known);
    }

    private static Body elided(String type, byte[] body, Reading reading, Map<Integer, Why.Medium> known) {
        try {
            var document = reading.json();
            var small = Json.bytes(new Elision(document, known).of(document.root()));
            return cut(type, small, body.length);
        } catch (IOException e) {
            return cut(type, body, body.length);
        }
    }

    private static Body cut(String type, byte[] bytes, long total) {
        return new Body.Text(type, bytes.length > Body.MAX_KEPT ? Arrays.copyOf(bytes, Body.MAX_KEPT) : bytes, total);
    }

    /** A body as JSON: an object or text, media as their hash and size, credentials masked; null if there is none. */
    public static JsonNode json(Body body) {
        return BodyJson.write(body);
    }

    private static boolean isMedia(String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("video/")
                || lower.startsWith("image/")
                || lower.startsWith("audio/")
                || lower.startsWith("application/octet-stream");
    }
}
