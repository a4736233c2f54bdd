package dev.venicesim.billing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Values that the tests of this room share. */
public final class Fixtures {

    public static final Instant T0 = Instant.parse("2026-11-23T10:00:00Z");
    public static final String MODEL = "wan-2.6-text-to-video";

    private Fixtures() {}

    public static Instant after(long seconds) {
        return T0.plusSeconds(seconds);
    }

    public static Usd usd(String amount) {
        return Usd.parse(amount);
    }

    public static LedgerAccount keys(String opening) {
        return LedgerAccount.open(AccountKind.API_KEYS, usd(opening));
    }

    public static LedgerAccount wallet(String opening) {
        return LedgerAccount.open(AccountKind.WALLET, usd(opening));
    }

    public static Purchase job(String queueId) {
        return new Purchase(queueId, MODEL, "key-1", Purchase.sku(MODEL, "5s", "720p", true), 5);
    }

    public static ClaimSettlement due(String queueId, ClaimSettlement.Kind kind, long seconds) {
        return new ClaimSettlement(queueId, kind, after(seconds), "because");
    }

    public static LedgerAccount done(Change change) {
        return ((Change.Done) change).account();
    }

    /** JSON text in the form in which all bodies are compared. */
    public static String json(String text) {
        return Json.trusted(text.getBytes(StandardCharsets.UTF_8)).toPrettyString();
    }

    public static String json(JsonNode body) {
        return Json.trusted(Json.bytes(body)).toPrettyString();
    }
}
