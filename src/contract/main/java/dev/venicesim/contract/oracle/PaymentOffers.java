package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Oracle of the 402s of x402: to whom, in what, on which network and how much is to be paid, to the value; and that the
 * header says what the body says.
 */
final class PaymentOffers {

    private static final String HEADER = "PAYMENT-REQUIRED";

    /** Source: docs/api/wallets.md#the-header-that-repeats-the-offer. */
    private static final List<String> REPEATED = List.of("x402Version", "error", "resource", "accepts", "extensions");

    /** What stands in the refusal of a wallet below the floor. Source: docs/api/wallets.md#wallets-below-the-floor. */
    private static final Map<String, String> FLOOR = Map.ofEntries(
            Map.entry("/reason", "insufficient_balance"),
            Map.entry("/message", "Insufficient x402 balance"),
            Map.entry("/minimumBalanceUsd", "0.1"),
            Map.entry("/suggestedTopUpUsd", "10"),
            Map.entry("/minimumTopUpUsd", "5"),
            Map.entry("/supportedTokens", "USDC"),
            Map.entry("/supportedChains", "base solana"),
            Map.entry("/topUpInstructions/receiverWallet", DocumentedTerms.BASE_RECEIVER),
            Map.entry("/topUpInstructions/tokenAddress", DocumentedTerms.BASE_TOKEN),
            Map.entry("/topUpInstructions/tokenDecimals", "6"),
            Map.entry("/topUpInstructions/network", DocumentedTerms.BASE),
            Map.entry("/topUpInstructions/minimumAmountUsd", "5"));

    private static final String OPTIONAL = "/minimumBalanceUsd";

    /** What steps and hints name, whatever their words. */
    private static final Map<String, String> NAMED = Map.of(
            "/topUpInstructions/step1", "/x402/top-up",
            "/topUpInstructions/step2", "sign",
            "/topUpInstructions/step3", "/x402/top-up",
            "/authOptions/apiKey/header", "Authorization: Bearer");

    /** Source: docs/api/wallets.md#the-offer-without-credentials. */
    private static final Map<String, String> OPTIONS = Map.of(
            "/resource/mimeType",
            "application/json",
            "/authOptions/apiKey/docs",
            "https://docs.venice.ai/api-reference",
            "/authOptions/apiKey/getKey",
            "https://venice.ai/settings/api",
            "/authOptions/x402Wallet/topUp",
            "POST /api/v1/x402/top-up",
            "/authOptions/x402Wallet/header",
            "SIGN-IN-WITH-X",
            "/authOptions/x402Wallet/legacyHeader",
            "X-Sign-In-With-X",
            "/authOptions/x402Wallet/docs",
            "https://docs.venice.ai/api-reference/endpoint/x402/top-up");

    private PaymentOffers() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        var told = balances(exchanges);
        for (var exchange : exchanges) {
            var body = exchange.reply().json();
            if (exchange.reply().status() != 402) {
                continue;
            }
            if (exchange.asks("/x402/top-up")) {
                topUp(exchange, body, found);
            } else if (body.has("accepts") || body.has("authOptions")) {
                discovery(exchange, body, found);
            } else if (body.has("topUpInstructions") || body.has("siwxChallenge")) {
                floor(exchange, body, found);
                poor(exchange, body.path("currentBalanceUsd"), told, found);
            }
        }
        return found;
    }

    private static void topUp(ObservedExchange exchange, JsonNode body, List<Deviation> found) {
        if (!body.has("accepts")) {
            return;
        }
        version(exchange, "", body, found);
        DocumentedTerms.ofTopUp(exchange, body.path("accepts"), found);
        var header = header(exchange, found);
        if (header.isObject() && !isSame(header, body)) {
            found.add(exchange.at("header " + HEADER, "the JSON of the body, in base64", ReplyBodies.shown(header)));
        }
    }

    private static void discovery(ObservedExchange exchange, JsonNode body, List<Deviation> found) {
        version(exchange, "", body, found);
        if (!body.path("accepts").isEmpty() || !exchange.path().startsWith("/x402/")) {
            DocumentedTerms.ofInference(exchange, body.path("accepts"), found);
        }
        values(exchange, body, OPTIONS, found);
        names(exchange, body, "/authOptions", found);
        var url = body.at("/resource/url").asText();
        if (!url.matches("https?://.+" + Pattern.quote(exchange.path()) + "(\\?.*)?")) {
            found.add(exchange.at("/resource/url", "the address that was asked, " + exchange.path(), url));
        }
        var header = header(exchange, found);
        for (var member : header.isObject() ? REPEATED : List.<String>of()) {
            if (!isSame(header.path(member), body.path(member))) {
                found.add(exchange.at(
                        "header " + HEADER,
                        member + " as in the body, " + ReplyBodies.shown(body.path(member)),
                        ReplyBodies.shown(header.path(member))));
            }
        }
    }

    private static void floor(ObservedExchange exchange, JsonNode body, List<Deviation> found) {
        values(exchange, body, FLOOR, found);
        names(exchange, body, "/topUpInstructions", found);
        var header = header(exchange, found);
        if (header.isObject()) {
            version(exchange, "header " + HEADER + " ", header, found);
            DocumentedTerms.ofInference(exchange, header.path("accepts"), found);
            if (!isSame(header.at("/extensions/sign-in-with-x"), body.path("siwxChallenge"))) {
                found.add(exchange.at(
                        "header " + HEADER,
                        "the challenge of the body",
                        ReplyBodies.shown(header.at("/extensions/sign-in-with-x"))));
            }
        }
    }

    /** What the run's wallets read about themselves, but for one that was credited. */
    private static Set<BigDecimal> balances(List<ObservedExchange> exchanges) {
        return exchanges.stream()
                .filter(exchange -> exchange.reply().ok() && exchange.path().startsWith("/x402/balance/"))
                .flatMap(exchange -> PlainNumber.of(exchange.reply().json().at("/data/balanceUsd")).stream())
                .filter(balance -> balance.compareTo(WalletBodies.FLOOR) < 0)
                .map(BigDecimal::stripTrailingZeros)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every wallet of a run is a new one, so that all of them have the same, and less than the floor. */
    private static void poor(ObservedExchange exchange, JsonNode current, Set<BigDecimal> told, List<Deviation> found) {
        if (current.isMissingNode()) {
            return;
        }
        var holds = PlainNumber.of(current)
                .filter(balance -> balance.compareTo(WalletBodies.FLOOR) < 0)
                .filter(balance -> told.size() != 1 || told.contains(balance.stripTrailingZeros()))
                .isPresent();
        if (!holds) {
            var wanted =
                    told.size() == 1 ? told.iterator().next().toPlainString() + ", as the wallet reads" : "below 0.1";
            found.add(exchange.at("/currentBalanceUsd", wanted, ReplyBodies.shown(current)));
        }
    }

    private static void version(ObservedExchange exchange, String where, JsonNode body, List<Deviation> found) {
        if (!body.path("x402Version").isInt() || body.path("x402Version").intValue() != 2) {
            found.add(exchange.at(where + "/x402Version", "the number 2", ReplyBodies.shown(body.path("x402Version"))));
        }
    }

    private static void names(ObservedExchange exchange, JsonNode body, String place, List<Deviation> found) {
        NAMED.forEach((pointer, text) -> {
            if (pointer.startsWith(place) && !body.at(pointer).asText().contains(text)) {
                found.add(exchange.at(pointer, text + " named in it", ReplyBodies.shown(body.at(pointer))));
            }
        });
    }

    private static void values(
            ObservedExchange exchange, JsonNode body, Map<String, String> expected, List<Deviation> found) {
        expected.forEach((pointer, value) -> {
            var node = body.at(pointer);
            var isLeftOut = node.isMissingNode() && pointer.equals(OPTIONAL);
            if (!isLeftOut && !isValue(node, value) && !node.asText().equalsIgnoreCase(value)) {
                found.add(exchange.at(pointer, value, ReplyBodies.shown(node)));
            }
        });
    }

    /** Whether a value is the one that is documented, however a number is written and a list is ordered. */
    static boolean isValue(JsonNode node, String expected) {
        if (node.isArray()) {
            var listed = StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText);
            return listed.collect(Collectors.toSet()).equals(Set.of(expected.split(" ", -1)));
        }
        if (node.isNumber()) {
            return PlainNumber.of(node)
                    .flatMap(number -> PlainNumber.of(expected).filter(wanted -> wanted.compareTo(number) == 0))
                    .isPresent();
        }
        return expected.startsWith("0x")
                ? node.asText().equalsIgnoreCase(expected)
                : node.asText().equals(expected);
    }

    /** Numbers are the same however they are written. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(PaymentOffers::compared, other);
    }

    private static int compared(JsonNode one, JsonNode other) {
        var number = PlainNumber.of(one);
        var isSame = number.isPresent()
                ? PlainNumber.of(other)
                        .filter(is -> is.compareTo(number.get()) == 0)
                        .isPresent()
                : one.equals(other);
        return isSame ? 0 : 1;
    }

    /** The header's JSON; missing, and a finding, if it holds none. */
    private static JsonNode header(ObservedExchange exchange, List<Deviation> found) {
        var json = decoded(exchange.reply().header(HEADER).orElse(""));
        if (!json.isObject()) {
            found.add(exchange.header(HEADER, "a JSON object in base64"));
        }
        return json;
    }

    private static JsonNode decoded(String text) {
        try {
            return Json.read(Base64.getDecoder().decode(text));
        } catch (IOException | IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }
}
