package dev.venicesim.contract.oracle;

import dev.venicesim.api.Verified;
import dev.venicesim.contract.http.TargetRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Oracles of the headers that every reply of the API carries, whatever it answers. */
@Verified(
        on = "2026-08-22",
        source = "docs/api/limits-and-headers.md#headers-of-every-reply,"
                + " docs/api/limits-and-headers.md#pages-of-other-origins,"
                + " docs/api/limits-and-headers.md#model-headers,"
                + " docs/api/limits-and-headers.md#balance-headers")
final class ReplyHeaders {

    private static final String RAY = "[0-9a-fA-F]{16}-[A-Z]{3,5}";
    private static final String VERSION = "x-venice-version";
    private static final List<String> DEPRECATION =
            List.of("x-venice-model-deprecation-date", "x-venice-model-deprecation-warning");
    private static final int RELEASES = 2;

    /** Fewer replies of a route may be those of one server by chance. */
    private static final int SEVERAL = 5;

    /** A client whose clock is off by five minutes cannot sign in at all. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final String RETRY = "retry-after";
    private static final String EXPOSED = "access-control-expose-headers";

    private ReplyHeaders() {}

    static List<Deviation> cors(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        for (var exchange : ofTheApi(exchanges)) {
            need(exchange, "access-control-allow-origin", "*", "*"::equals, found);
            need(
                    exchange,
                    EXPOSED,
                    "*, or the names of the API's headers",
                    value -> value.equals("*") || value.toLowerCase(Locale.ROOT).contains("x-venice-"),
                    found);
            hidden(exchange).forEach(name -> found.add(exchange.header(EXPOSED, name + " among them")));
        }
        return found;
    }

    /** The API's own headers of a reply that a page cannot read. */
    private static List<String> hidden(ObservedExchange exchange) {
        var exposed = exchange.reply()
                .header(EXPOSED)
                .orElse("*")
                .toLowerCase(Locale.ROOT)
                .split("[,\\s]+", -1);
        return List.of(exposed).contains("*")
                ? List.of()
                : exchange.reply().headers().keySet().stream()
                        .filter(name -> name.matches("(x-(venice|ratelimit|pagination)|payment)-.*|cf-ray"))
                        .filter(name -> !List.of(exposed).contains(name))
                        .toList();
    }

    /** When to come again is told with a refusal that passes, and with no other reply. */
    static List<Deviation> retry(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        for (var exchange : exchanges) {
            var isPassing = PASSING.contains(exchange.reply().status());
            exchange.reply()
                    .header(RETRY)
                    .filter(told -> !isPassing
                            || (!told.matches("\\d{1,5}") && httpDate(told).equals(Instant.MIN)))
                    .ifPresent(told -> found.add(
                            exchange.header(RETRY, isPassing ? "seconds, or a date" : "absent, but with 429 and 503")));
        }
        return found;
    }

    static List<Deviation> ray(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        var seen = new HashSet<String>();
        for (var exchange : ofTheApi(exchanges)) {
            need(exchange, "cf-ray", "16 hex digits and a place", value -> value.matches(RAY), found);
            need(exchange, "cf-ray", "another one for each reply", value -> value.isBlank() || seen.add(value), found);
        }
        return found;
    }

    /** Servers of two releases may answer side by side, so that the next reply may name the older one. */
    static List<Deviation> version(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        var releases = new HashSet<String>();
        for (var exchange : ofTheApi(exchanges)) {
            need(exchange, VERSION, "a date and a time such as 20260617.005428", ReplyHeaders::isVersion, found);
            exchange.reply().header(VERSION).ifPresent(version -> {
                if (releases.size() < RELEASES) {
                    releases.add(version);
                } else if (!releases.contains(version)) {
                    found.add(exchange.header(VERSION, "one of " + new TreeSet<>(releases) + ", as before"));
                }
            });
        }
        ofTheApi(exchanges).stream()
                .map(ObservedExchange::path)
                .distinct()
                .forEach(path -> releaseOfItsOwn(path, ofTheApi(exchanges), found));
        return found;
    }

    /** A release reaches all routes: none has one of its own between replies of the others that all have another. */
    private static void releaseOfItsOwn(String path, List<ObservedExchange> exchanges, List<Deviation> found) {
        var own = exchanges.stream().filter(exchange -> exchange.asks(path)).toList();
        var first = exchanges.indexOf(own.get(0));
        var last = exchanges.lastIndexOf(own.get(own.size() - 1));
        var around = exchanges.stream().filter(exchange -> !exchange.asks(path)).toList();
        var ofOthers = versions(around);
        if (own.size() >= SEVERAL
                && first > 0
                && last < exchanges.size() - 1
                && versions(own).size() == 1
                && ofOthers.size() == 1
                && !versions(own).equals(ofOthers)) {
            found.add(own.get(0).header(VERSION, ofOthers.iterator().next() + ", as on every other route"));
        }
    }

    private static Set<String> versions(List<ObservedExchange> exchanges) {
        return exchanges.stream()
                .flatMap(exchange -> exchange.reply().header(VERSION).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<Deviation> date(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        for (var exchange : ofTheApi(exchanges)) {
            need(exchange, "date", "a date of HTTP", value -> !httpDate(value).equals(Instant.MIN), found);
            exchange.reply()
                    .header("date")
                    .map(ReplyHeaders::httpDate)
                    .filter(told -> !told.equals(Instant.MIN))
                    .filter(told -> isFar(told, exchange.at()) && isFar(told, reference.now()))
                    .ifPresent(told -> found.add(exchange.header("date", "the time of the reply, " + exchange.at())));
        }
        return found;
    }

    /** Who is known is told the balance; who is not is told nothing of it. */
    static List<Deviation> balance(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        for (var exchange : ofTheApi(exchanges)) {
            for (var name : List.of("x-venice-balance-usd", "x-venice-balance-diem")) {
                if (exchange.isKeyed() && !exchange.path().startsWith("/models")) {
                    need(exchange, name, "a number", value -> value.matches("-?\\d+(\\.\\d+)?"), found);
                } else if (exchange.request().auth() != TargetRequest.Auth.KEY
                        && !exchange.request().isSigned()
                        && exchange.reply().header(name).isPresent()) {
                    found.add(exchange.header(name, "absent, since nobody is known"));
                }
            }
        }
        return found;
    }

    /** A reply about a model names it, as the list does. */
    static List<Deviation> model(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        for (var exchange : ofTheApi(exchanges)) {
            var listed = reference.model(exchange.asked("model"));
            var told = exchange.reply().header("x-venice-model-id").isPresent();
            var due = exchange.reply().status() == 200
                    && List.of("/video/quote", "/video/queue", "/video/retrieve")
                            .contains(exchange.path());
            if (listed.isEmpty() || !(told || due)) {
                continue;
            }
            var id = listed.get().path("id").asText();
            var name = listed.get().at("/model_spec/name").asText();
            need(exchange, "x-venice-model-id", id, id::equals, found);
            need(exchange, "x-venice-model-name", name, name::equals, found);
            need(exchange, "x-venice-model-router", "a name", value -> !value.isBlank(), found);
            var end = listed.get().at("/model_spec/deprecation/date").asText();
            if (!end.isEmpty()) {
                need(exchange, "x-venice-model-deprecation-date", "a date", value -> !value.isBlank(), found);
                need(exchange, "x-venice-model-deprecation-warning", "a warning", value -> !value.isBlank(), found);
            }
            for (var header : end.isEmpty() ? DEPRECATION : List.<String>of()) {
                exchange.reply()
                        .header(header)
                        .ifPresent(
                                value -> found.add(exchange.header(header, "absent, since the list announces no end")));
            }
        }
        return found;
    }

    private static boolean isFar(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCKS_DIFFER) > 0;
    }

    private static boolean isVersion(String value) {
        return value.matches("20\\d{2}(0[1-9]|1[0-2])([0-2]\\d|3[01])\\.([01]\\d|2[0-3])[0-5]\\d[0-5]\\d");
    }

    static Instant httpDate(String value) {
        try {
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }

    static void need(
            ObservedExchange exchange, String name, String expected, Predicate<String> holds, List<Deviation> into) {
        if (exchange.reply().header(name).filter(holds).isEmpty()) {
            into.add(exchange.header(name, expected));
        }
    }

    static List<ObservedExchange> ofTheApi(List<ObservedExchange> exchanges) {
        return exchanges.stream().filter(exchange -> !exchange.isLink()).toList();
    }
}
