package dev.venicesim.contract.check;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.crypto.MissingLibraryException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The usual script: one request, one expected answer, and the answers that other quirk settings would give. Immutable.
 */
final class ExchangeScript implements Check.Script {

    private final Function<CheckContext, Optional<TargetRequest>> call;
    private final String needs;
    private final Function<CheckContext, Expectation> expected;
    private final List<Otherwise> otherwise;

    /** Another answer, and the settings that give it. */
    record Otherwise(Map<String, String> settings, Expectation expected) {}

    private ExchangeScript(
            Function<CheckContext, Optional<TargetRequest>> call,
            String needs,
            Function<CheckContext, Expectation> expected,
            List<Otherwise> otherwise) {
        this.call = call;
        this.needs = needs;
        this.expected = expected;
        this.otherwise = otherwise;
    }

    static ExchangeScript of(TargetRequest call, Expectation expected) {
        return new ExchangeScript(session -> Optional.of(call), "", session -> expected, List.of());
    }

    static ExchangeScript of(
            String needs,
            Function<CheckContext, Optional<TargetRequest>> call,
            Function<CheckContext, Expectation> expected) {
        return new ExchangeScript(call, needs, expected, List.of());
    }

    static ExchangeScript of(String needs, Function<CheckContext, Optional<TargetRequest>> call, Expectation expected) {
        return of(needs, call, session -> expected);
    }

    /** Asked with the user's key, if there is one: what is refused then counts against it, and not the address. */
    ExchangeScript byOwner() {
        return new ExchangeScript(
                session -> call.apply(session).map(asked -> session.target().hasKey() ? asked.withKey() : asked),
                needs,
                expected,
                otherwise);
    }

    ExchangeScript or(ApiQuirk quirk, String value, Expectation other) {
        return or(Map.of(quirk.label(), value), other);
    }

    /** Another answer, and the option of {@code serve} that gives it. */
    ExchangeScript orOption(String option, String value, Expectation other) {
        return or(Map.of(option, value), other);
    }

    ExchangeScript or(Map<String, String> settings, Expectation other) {
        var more = new ArrayList<>(otherwise);
        more.add(new Otherwise(settings, other));
        return new ExchangeScript(call, needs, expected, List.copyOf(more));
    }

    @Override
    public CheckResult run(CheckContext session) throws InterruptedException {
        Optional<TargetRequest> request;
        try {
            request = call.apply(session);
        } catch (MissingLibraryException missing) {
            return new CheckResult.Skipped(String.valueOf(missing.getMessage()));
        }
        if (request.isEmpty()) {
            return new CheckResult.Skipped("the target lists no " + needs);
        }
        if (request.get().auth() == TargetRequest.Auth.KEY && !session.target().hasKey()) {
            return new CheckResult.Skipped("no API key was given");
        }
        var answer = session.ask(request.get());
        return judge(session, request.get(), answer);
    }

    private CheckResult judge(CheckContext session, TargetRequest request, TargetReply answer) {
        var quirks = session.quirks();
        var documented = new Otherwise(Map.of(), expected.apply(session));
        var usual = otherwise.stream()
                .filter(other -> quirks.entrySet().containsAll(other.settings().entrySet()))
                .max(Comparator.comparing(other -> other.settings().size()))
                .orElse(documented);
        var differences = usual.expected().compare(answer, session.schemas());
        if (differences.isEmpty()) {
            return new CheckResult.Agrees();
        }
        var settings = new LinkedHashMap<String, String>();
        var others = new ArrayList<>(otherwise);
        others.add(new Otherwise(asDocumented(usual), documented.expected()));
        for (var other : others) {
            if (settings.isEmpty()
                    && other.expected().compare(answer, session.schemas()).isEmpty()) {
                settings.putAll(other.settings());
            }
        }
        return new CheckResult.Differs(differences, session.target().curl(request), settings);
    }

    /** The settings that bring the documented answer back where an edition has others. */
    private static Map<String, String> asDocumented(Otherwise usual) {
        var settings = new LinkedHashMap<String, String>();
        for (var label : usual.settings().keySet()) {
            ApiQuirk.find(label).ifPresent(quirk -> settings.put(label, quirk.defaultValue()));
        }
        return settings;
    }
}
