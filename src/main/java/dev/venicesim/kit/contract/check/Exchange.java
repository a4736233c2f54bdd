package dev.venicesim.kit.contract.check;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.crypto.MissingLibraryException;
import dev.venicesim.kit.contract.target.Answer;
import dev.venicesim.kit.contract.target.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The usual script: one request, one expected answer, and the answers that other quirk settings would give. Immutable. */
final class Exchange implements Check.Script {

    private final Function<Session, Optional<Call>> call;
    private final String needs;
    private final Function<Session, Expectation> expected;
    private final List<Otherwise> otherwise;

    /** Another answer, and the settings that give it. */
    record Otherwise(Map<String, String> settings, Expectation expected) {}

    private Exchange(
            Function<Session, Optional<Call>> call,
            String needs,
            Function<Session, Expectation> expected,
            List<Otherwise> otherwise) {
        this.call = call;
        this.needs = needs;
        this.expected = expected;
        this.otherwise = otherwise;
    }

    static Exchange of(Call call, Expectation expected) {
        return new Exchange(session -> Optional.of(call), "", session -> expected, List.of());
    }

    static Exchange of(String needs, Function<Session, Optional<Call>> call, Function<Session, Expectation> expected) {
        return new Exchange(call, needs, expected, List.of());
    }

    static Exchange of(String needs, Function<Session, Optional<Call>> call, Expectation expected) {
        return of(needs, call, session -> expected);
    }

    Exchange or(Quirk quirk, String value, Expectation other) {
        return or(Map.of(quirk.label(), value), other);
    }

    /** Another answer, and the option of {@code serve} that gives it. */
    Exchange orOption(String option, String value, Expectation other) {
        return or(Map.of(option, value), other);
    }

    Exchange or(Map<String, String> settings, Expectation other) {
        var more = new ArrayList<>(otherwise);
        more.add(new Otherwise(settings, other));
        return new Exchange(call, needs, expected, List.copyOf(more));
    }

    @Override
    public Result run(Session session) throws InterruptedException {
        Optional<Call> request;
        try {
            request = call.apply(session);
        } catch (MissingLibraryException missing) {
            return new Result.Skipped(String.valueOf(missing.getMessage()));
        }
        if (request.isEmpty()) {
            return new Result.Skipped("the target lists no " + needs);
        }
        if (request.get().auth() == Call.Auth.KEY && !session.target().hasKey()) {
            return new Result.Skipped("no API key was given");
        }
        var answer = session.ask(request.get());
        return judge(session, request.get(), answer);
    }

    private Result judge(Session session, Call request, Answer answer) {
        var differences = expected.apply(session).compare(answer, session.schemas());
        if (differences.isEmpty()) {
            return new Result.Agrees();
        }
        var settings = new LinkedHashMap<String, String>();
        for (var other : otherwise) {
            if (settings.isEmpty()
                    && other.expected().compare(answer, session.schemas()).isEmpty()) {
                settings.putAll(other.settings());
            }
        }
        return new Result.Differs(differences, session.target().curl(request), settings);
    }
}
