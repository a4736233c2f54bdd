package dev.venicesim.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Operation of the simulated API. What is true of an operation wherever it is spoken of stands here and nowhere else.
 */
public enum Operation {
    QUOTE("quote", Route.post("/video/quote"), AcceptedCredentials.OPTIONAL_KEY, LimitClass.QUOTE),
    QUEUE("queue", Route.post("/video/queue").thatBuys(), AcceptedCredentials.KEY_OR_WALLET, LimitClass.QUEUE),
    RETRIEVE("retrieve", Route.post("/video/retrieve"), AcceptedCredentials.KEY_OR_WALLET, LimitClass.RETRIEVE),
    COMPLETE("complete", Route.post("/video/complete"), AcceptedCredentials.KEY_OR_WALLET, LimitClass.COMPLETE),
    TRANSCRIBE(
            "transcriptions",
            Route.post("/video/transcriptions").thatBuys(),
            AcceptedCredentials.KEY_OR_WALLET,
            LimitClass.TRANSCRIPTIONS),
    LIST_MODELS("models", Route.get("/models"), AcceptedCredentials.OPTIONAL_KEY, LimitClass.MODELS),
    MODEL_TRAITS("models", Route.get("/models/traits"), AcceptedCredentials.KEY_IF_SENT, LimitClass.MODELS),
    MODEL_COMPATIBILITY(
            "models", Route.get("/models/compatibility_mapping"), AcceptedCredentials.KEY_IF_SENT, LimitClass.MODELS),
    TOP_UP("topUp", Route.post("/x402/top-up").withoutBody(), AcceptedCredentials.NOTHING, LimitClass.TOP_UP),
    WALLET_BALANCE(
            "balance", Route.get("/x402/balance/{wallet}"), AcceptedCredentials.WALLET, LimitClass.WALLET_BALANCE),
    WALLET_TRANSACTIONS(
            "balance",
            Route.get("/x402/transactions/{wallet}"),
            AcceptedCredentials.WALLET,
            LimitClass.WALLET_TRANSACTIONS),
    BILLING_BALANCE("billing", Route.get("/billing/balance"), AcceptedCredentials.KEY, LimitClass.ACCOUNT),
    BILLING_USAGE("billing", Route.get("/billing/usage"), AcceptedCredentials.OPTIONAL_KEY, LimitClass.ACCOUNT),
    BILLING_USAGE_HISTORY("billing", Route.get("/billing/usage-history"), AcceptedCredentials.KEY, LimitClass.ACCOUNT),
    BILLING_USAGE_ANALYTICS(
            "billing", Route.get("/billing/usage-analytics"), AcceptedCredentials.KEY, LimitClass.ACCOUNT),
    RATE_LIMITS("billing", Route.get("/api_keys/rate_limits"), AcceptedCredentials.KEY, LimitClass.ACCOUNT),
    RATE_LIMIT_LOG("billing", Route.get("/api_keys/rate_limits/log"), AcceptedCredentials.KEY, LimitClass.ACCOUNT),
    FETCH_VIDEO("download", Route.link("GET"), AcceptedCredentials.LINK_TOKEN, LimitClass.LINK),
    REVOKE_LINK("download", Route.link("DELETE"), AcceptedCredentials.LINK_TOKEN, LimitClass.LINK);

    /** The root of the API, as in production. */
    public static final String ROOT = "/api/v1";

    /** The path of download links, before their token; the real ones have it on a host of their own. */
    public static final String LINKS = "/v1/share/read/";

    private static final Set<String> LABELS =
            Arrays.stream(values()).map(Operation::label).collect(Collectors.toUnmodifiableSet());

    private final String label;
    private final Route route;
    private final AcceptedCredentials accepts;
    private final LimitClass limitClass;

    Operation(String label, Route route, AcceptedCredentials accepts, LimitClass limitClass) {
        this.label = label;
        this.route = route;
        this.accepts = accepts;
        this.limitClass = limitClass;
    }

    /**
     * Address of an operation, and what a request to it may bring about.
     *
     * @param takesBody whether it has a JSON body
     * @param buys whether it is for what costs money: a key without a world gets one, which a key that only reads does
     *     not
     */
    private record Route(String method, String path, boolean takesBody, boolean buys) {

        private static Route post(String path) {
            return new Route("POST", ROOT + path, true, false);
        }

        private static Route get(String path) {
            return new Route("GET", ROOT + path, false, false);
        }

        private static Route link(String method) {
            return new Route(method, LINKS + "{token}", false, false);
        }

        private Route withoutBody() {
            return new Route(method, path, false, buys);
        }

        private Route thatBuys() {
            return new Route(method, path, takesBody, true);
        }
    }

    /** The name users see and write: in the journal, in scenarios. Operations of one kind share it. */
    public String label() {
        return label;
    }

    public String method() {
        return route.method();
    }

    /** The whole path, with names in braces for what differs. */
    public String path() {
        return route.path();
    }

    /** The credentials it looks at. */
    public AcceptedCredentials accepts() {
        return accepts;
    }

    /** With what its requests are counted. */
    public LimitClass limitClass() {
        return limitClass;
    }

    public boolean takesBody() {
        return route.takesBody();
    }

    /** Whether a key without a world gets one by calling it; to all others such a key shows the server's defaults. */
    public boolean opensWorld() {
        return route.buys();
    }

    /** Whether it is reached by a download link. */
    public boolean isOfLinks() {
        return accepts == AcceptedCredentials.LINK_TOKEN;
    }

    /** Whether some operation has this label. */
    public static boolean isLabel(String text) {
        return LABELS.contains(text);
    }

    /** The operation whose bodies are sent to a path, whatever the method. */
    public static Optional<Operation> withBodyAt(String path) {
        return Arrays.stream(values())
                .filter(operation -> operation.takesBody() && operation.path().equals(path))
                .findFirst();
    }
}
