package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A world's way into the simulator: it is declared as late as can be, since most tests never need the call. A key
 * without settings needs none at all: the server makes its world when it first queues.
 */
final class WorldRegistration {

    private static final int LATEST = 20;

    private final ControlClient control;
    private final WorldSettings settings;
    private final String apiKey;

    private boolean declared;
    private boolean touched;
    private Optional<String> walletAddress = Optional.empty();
    private Optional<String> ended = Optional.empty();

    WorldRegistration(ControlClient control, WorldSettings settings, String apiKey) {
        this.control = control;
        this.settings = settings;
        this.apiKey = apiKey;
    }

    /** The key, after which clients may call: settings have reached the server by then. */
    synchronized String apiKey() {
        requireLive();
        if (!settings.isEmpty()) {
            declare();
        }
        return apiKey;
    }

    synchronized JsonNode read(String path) {
        requireLive();
        declare();
        return control.get(path(path));
    }

    synchronized String text(String path) {
        return control.text(readable(path));
    }

    synchronized String readable(String path) {
        requireLive();
        declare();
        return path(path);
    }

    synchronized JsonNode change(String method, String path, JsonNode body) {
        requireLive();
        declare();
        touched = true;
        return control.send(method, path(path), body);
    }

    /** Puts a scenario in place, by name or as text. */
    synchronized void scenario(ScenarioSource source) {
        requireLive();
        declare();
        touched = true;
        if (source.text().isPresent()) {
            control.sendYaml("PUT", path("/scenario"), source.text().get());
        } else {
            control.send("PUT", path("/scenario"), Json.object().put("name", source.written()));
        }
    }

    synchronized void delete(String path) {
        requireLive();
        declare();
        control.delete(path(path));
    }

    /** The server's latest requests to no endpoint that came with this key. */
    synchronized List<JournalEntry> strays() {
        declare();
        // as the simulator shows it
        var sent = "Bearer " + control.get(path("")).path("apiKey").asText();
        return StreamSupport.stream(
                        control.get("/worlds/anonymous/requests?endpoint=unknown")
                                .path("requests")
                                .spliterator(),
                        false)
                .map(JournalEntry::of)
                .sorted(Comparator.comparingLong(JournalEntry::n).reversed())
                .limit(LATEST)
                .filter(entry -> control.get("/worlds/anonymous/requests/" + entry.n())
                        .path("request")
                        .path("headers")
                        .path("Authorization")
                        .asText()
                        .equals(sent))
                .sorted(Comparator.comparingLong(JournalEntry::n))
                .toList();
    }

    /** Adds a wallet to the world, which is possible only while nothing has happened in it. */
    synchronized void join(String address) {
        requireLive();
        if (declared) {
            requireUntouched();
            control.delete(path(""));
            declared = false;
        }
        walletAddress = Optional.of(address);
        try {
            control.send("POST", "/worlds", settings.declaration(apiKey, walletAddress));
        } catch (ControlException e) {
            if (e.status() == 409) {
                throw tooLate();
            }
            throw e;
        }
        declared = true;
    }

    synchronized void end(String why) {
        ended = Optional.of(why);
    }

    synchronized Optional<String> ended() {
        return ended;
    }

    private void declare() {
        if (declared) {
            return;
        }
        try {
            control.send("POST", "/worlds", settings.declaration(apiKey, walletAddress));
        } catch (ControlException e) {
            // without settings it does not matter that the server has made the world already
            if (e.status() != 409 || !settings.isEmpty()) {
                throw e;
            }
        }
        declared = true;
    }

    private void requireLive() {
        if (ended.isPresent()) {
            throw new IllegalStateException(ended.get());
        }
    }

    private void requireUntouched() {
        if (touched || !control.get(path("/requests")).path("requests").isEmpty()) {
            throw tooLate();
        }
    }

    private static IllegalStateException tooLate() {
        return new IllegalStateException(
                "wallet() came too late: the world exists and something has happened in it; ask for the wallet before the first request");
    }

    private String path(String rest) {
        return "/worlds/" + segment(apiKey) + rest;
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    ControlClient control() {
        return control;
    }
}
