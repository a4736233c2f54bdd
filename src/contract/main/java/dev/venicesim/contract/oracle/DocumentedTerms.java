package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Terms that an offer of x402 has to name: those on Base and those on Solana, and no others. */
@Verified(
        on = "2026-08-21",
        source = "docs/api/wallets.md#the-offer-without-credentials, docs/api/wallets.md#terms-of-a-top-up")
public final class DocumentedTerms {

    static final String BASE = "eip155:8453";
    static final String BASE_TOKEN = "0x833589fcd6edb6e08f4c7c32d4f71b54bda02913";
    static final String BASE_RECEIVER = "0x2670b922ef37c7df47158725c0cc407b5382293f";

    private static final String SOLANA_TOKEN = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";
    private static final String SOLANA_RECEIVER = "8qUL23aSj7mDWdoLMXGHFvnVCT9wd7jXcysiekroADEL";
    private static final String SOLANA = "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp";
    private static final String TIMEOUT = "maxTimeoutSeconds";
    private static final String EXTRA = "extra/";
    private static final String TEN_DOLLARS = "10000000";
    private static final String FIVE_DOLLARS = "5000000";

    private static final Map<String, String> ON_BASE =
            Map.of("network", BASE, "asset", BASE_TOKEN, "payTo", BASE_RECEIVER);

    private DocumentedTerms() {}

    /** Terms of a top-up on Base, each value that is otherwise as it is documented. */
    public static ObjectNode documentedOnBase(ObjectNode offered) {
        var terms = offered.deepCopy();
        whole(ON_BASE, FIVE_DOLLARS).forEach((name, documented) -> {
            if (isOtherwise(name, terms.at("/" + name), documented)) {
                if (name.equals(TIMEOUT)) {
                    terms.put(name, Integer.parseInt(documented));
                } else {
                    var holder = name.startsWith(EXTRA) ? terms.withObjectProperty("extra") : terms;
                    holder.put(name.replace(EXTRA, ""), documented);
                }
            }
        });
        return terms;
    }

    static void ofInference(ObservedExchange exchange, JsonNode accepts, List<Deviation> found) {
        compare(exchange, accepts, TEN_DOLLARS, "solana", found);
    }

    static void ofTopUp(ObservedExchange exchange, JsonNode accepts, List<Deviation> found) {
        compare(exchange, accepts, FIVE_DOLLARS, SOLANA, found);
    }

    private static void compare(
            ObservedExchange exchange, JsonNode accepts, String amount, String solana, List<Deviation> found) {
        if (!accepts.isArray() || accepts.size() != 2) {
            found.add(exchange.at("/accepts", "two ways to pay, Base and Solana", ReplyBodies.shown(accepts)));
            return;
        }
        var onSolana = Map.of("network", solana, "asset", SOLANA_TOKEN, "payTo", SOLANA_RECEIVER);
        var baseFirst = accepts.path(0).path("network").asText().startsWith("eip155");
        compare(exchange, accepts, baseFirst ? 0 : 1, whole(ON_BASE, amount), found);
        compare(exchange, accepts, baseFirst ? 1 : 0, whole(onSolana, amount), found);
        payer(exchange, accepts, baseFirst ? 1 : 0, found);
    }

    /** Who pays the fee of Solana has to be named, unless nothing is named at all. */
    private static void payer(ObservedExchange exchange, JsonNode accepts, int index, List<Deviation> found) {
        var pointer = "/" + index + "/extra";
        var extra = accepts.at(pointer);
        if (extra.isObject() && !extra.path("feePayer").asText().matches("[1-9A-HJ-NP-Za-km-z]{32,44}")) {
            found.add(exchange.at(
                    "/accepts" + pointer + "/feePayer",
                    "an address on Solana",
                    ReplyBodies.shown(extra.path("feePayer"))));
        }
    }

    private static Map<String, String> whole(Map<String, String> own, String amount) {
        var terms = new LinkedHashMap<>(own);
        terms.put("scheme", "exact");
        terms.put("amount", amount);
        terms.put(TIMEOUT, "300");
        terms.put(EXTRA + "name", "USD Coin");
        terms.put(EXTRA + "version", "2");
        return terms;
    }

    private static void compare(
            ObservedExchange exchange, JsonNode accepts, int index, Map<String, String> terms, List<Deviation> found) {
        terms.forEach((name, expected) -> {
            var pointer = "/" + index + "/" + name;
            var value = accepts.at(pointer);
            if (isOtherwise(name, value, expected)) {
                found.add(exchange.at("/accepts" + pointer, expected, ReplyBodies.shown(value)));
            }
        });
    }

    /** Addresses on Base are the same in either case; those on Solana are not. What the coin is called may be left out. */
    private static boolean isOtherwise(String name, JsonNode value, String documented) {
        return !(name.startsWith(EXTRA) && value.isMissingNode())
                && (!PaymentOffers.isValue(value, documented) || value.isTextual() == name.equals(TIMEOUT));
    }
}
