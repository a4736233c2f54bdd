package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settings that a world is declared with. Immutable; whatever is not set is the server's default.
 *
 * <p>Values are checked by the simulator when the world is declared.
 */
public final class WorldSettings {

    private static final WorldSettings NONE = new WorldSettings(Json.object(), Map.of());

    private final ObjectNode fields;
    private final Map<String, String> quirks;

    private WorldSettings(ObjectNode fields, Map<String, String> quirks) {
        this.fields = fields;
        this.quirks = quirks;
    }

    /** The server's defaults, all of them. */
    public static WorldSettings none() {
        return NONE;
    }

    /** The API as it stood on a date, such as {@code 2026-08-21}. */
    public WorldSettings edition(String edition) {
        return with(Json.object().put("edition", edition));
    }

    /**
     * A scenario: by a name the server knows, as a class path resource or file ending in {@code .yaml}, {@code .yml} or
     * {@code .json}, or as YAML text.
     *
     * @throws IllegalArgumentException naming the places looked in, if it names a file that is not there
     */
    public WorldSettings scenario(String nameFileOrText) {
        return with(
                Json.object().put("scenario", ScenarioSource.of(nameFileOrText).declared()));
    }

    /** Dollars the API key's account opens with, such as {@code 5.00}. */
    public WorldSettings balance(String usd) {
        return with(Json.object().put("balanceUsd", usd));
    }

    /** {@code realistic}, a duration such as {@code 40s}, or {@code polls:N}. */
    public WorldSettings jobTime(String jobTime) {
        return with(Json.object().put("jobTime", jobTime));
    }

    /** Whether rate limits are applied. */
    public WorldSettings limits(boolean on) {
        return with(Json.object().put("limits", on));
    }

    public WorldSettings quirk(String name, String value) {
        var more = new LinkedHashMap<>(quirks);
        more.put(name, value);
        return new WorldSettings(fields, more);
    }

    /** A clock that stands still at an instant. */
    public WorldSettings frozenAt(Instant instant) {
        var fields = Json.object();
        fields.putObject("clock").put("at", instant.toString()).put("frozen", true);
        return with(fields);
    }

    /** What random choices of a scenario are drawn from. */
    public WorldSettings seed(long seed) {
        return with(Json.object().put("seed", seed));
    }

    /** These settings with others laid over them. */
    public WorldSettings with(WorldSettings over) {
        var merged = new LinkedHashMap<>(quirks);
        merged.putAll(over.quirks);
        return new WorldSettings(with(over.fields).fields, merged);
    }

    /** Whether everything is the server's default, so that a world needs no declaration. */
    public boolean isEmpty() {
        return fields.isEmpty() && quirks.isEmpty();
    }

    private WorldSettings with(ObjectNode over) {
        ObjectNode merged = fields.deepCopy();
        merged.setAll(over);
        return new WorldSettings(merged, quirks);
    }

    ObjectNode declaration(String apiKey, Optional<String> walletAddress) {
        ObjectNode body = fields.deepCopy();
        body.put("apiKey", apiKey);
        walletAddress.ifPresent(address -> body.put("walletAddress", address));
        if (!quirks.isEmpty()) {
            var members = body.putObject("quirks");
            quirks.forEach(members::put);
        }
        return body;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorldSettings that && fields.equals(that.fields) && quirks.equals(that.quirks);
    }

    @Override
    public int hashCode() {
        return 31 * fields.hashCode() + quirks.hashCode();
    }

    @Override
    public String toString() {
        return fields + (quirks.isEmpty() ? "" : " " + quirks);
    }
}
