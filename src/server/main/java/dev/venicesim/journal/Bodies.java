package dev.venicesim.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Shortener of bodies for the journal: no medium stays, neither as a data URL nor as a form nor by itself; hash, size and
 * type take its place.
 */
public final class Bodies {

    /** Of longer bodies that are no JSON not even the beginning is kept. */
    private static final int LONGEST_TEXT = 1024 * 1024;

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
    public KeptBody of(Request request, DecisionTrace why) {
        return of(request.header("Content-Type").orElse(""), request.body(), request::json, why.media());
    }

    /**
     * What is kept of a reply's body.
     *
     * @param tag tells streams apart that send different bytes; equal ones are hashed once
     */
    public KeptBody of(String type, Content content, String tag) {
        if (content instanceof Content.Bytes bytes) {
            return of(type, bytes.bytes(), () -> SlicedJson.read(bytes.bytes()), Map.of());
        }
        if (content instanceof Content.Spoiled spoiled) {
            return of(type, spoiled.whole(), tag);
        }
        if (content instanceof Content.Stream stream) {
            return new KeptBody.Media(type, streams.of(stream, tag), stream.length());
        }
        return KeptBody.NONE;
    }

    private static KeptBody of(String type, byte[] body, Reading reading, Map<Integer, DecisionTrace.Medium> known) {
        if (body.length == 0) {
            return KeptBody.NONE;
        }
        if (!isText(type) || (body.length <= LONGEST_TEXT && isBinary(body))) {
            return new KeptBody.Media(type, Hashes.sha256(body, 0, body.length), body.length);
        }
        if (body.length <= KeptBody.MAX_KEPT && !UndeclaredMedia.isSuspicious(body)) {
            return new KeptBody.Text(type, body, body.length);
        }
        return elided(type, body, reading, known);
    }

    private static KeptBody elided(
            String type, byte[] body, Reading reading, Map<Integer, DecisionTrace.Medium> known) {
        try {
            var document = reading.json();
            var small = Json.bytes(new Redaction(document, known).of(document.root()));
            return cut(type, small, body.length);
        } catch (IOException e) {
            if (body.length > LONGEST_TEXT) {
                return new KeptBody.Media(type, Hashes.sha256(body, 0, body.length), body.length);
            }
            var text = new String(body, StandardCharsets.UTF_8);
            var small = MediaText.maskedAll(text).getBytes(StandardCharsets.UTF_8);
            return cut(type, small, body.length);
        }
    }

    private static KeptBody cut(String type, byte[] bytes, long total) {
        return new KeptBody.Text(
                type, bytes.length > KeptBody.MAX_KEPT ? Arrays.copyOf(bytes, KeptBody.MAX_KEPT) : bytes, total);
    }

    /** A body as JSON: an object or text, media as their hash and size, credentials masked; null if there is none. */
    public static JsonNode json(KeptBody body) {
        return BodyJson.write(body);
    }

    /** Forms are no text: what they carry is mostly media. */
    private static boolean isText(String type) {
        var named = type.toLowerCase(Locale.ROOT);
        var semicolon = named.indexOf(';');
        var lower = (semicolon < 0 ? named : named.substring(0, semicolon)).strip();
        return lower.isEmpty()
                || lower.startsWith("text/")
                || lower.endsWith("json")
                || (lower.endsWith("xml") && !lower.startsWith("image/"))
                || lower.endsWith("yaml")
                || lower.endsWith("javascript");
    }

    private static boolean isBinary(byte[] body) {
        var foreign = false;
        for (var letter : body) {
            if (letter < ' ') {
                if (letter >= 0 && letter != '\t' && letter != '\n' && letter != '\r') {
                    return true;
                }
                foreign |= letter < 0;
            }
        }
        return foreign && !isUtf8(body);
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
