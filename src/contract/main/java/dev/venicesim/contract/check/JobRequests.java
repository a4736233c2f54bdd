package dev.venicesim.contract.check;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.PlainNumber;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Scripts of requests about a job that exists which must not be answered as those of its owner, and of its price. */
final class JobRequests {

    private static final BigDecimal A_CENT = new BigDecimal("0.01");
    private static final String BALANCE = "x-venice-balance-usd";

    /** Where the balance stands in what an account reads about itself. */
    private static final Map<String, String> BALANCES =
            Map.of("/billing/balance", "/balances/usd", "/api_keys/rate_limits", "/data/balances/USD");

    private JobRequests() {}

    static CheckResult otherListedModel(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var found = new DifferenceLog();
        var settings = new HashMap<String, String>();
        for (var model : List.of(other(session, paidJob), paidJob.model().toUpperCase(Locale.ROOT))) {
            var call = TargetRequest.post("/video/retrieve", paidJob.ids().put("model", model))
                    .withKey();
            var answer = session.ask(call);
            var isListed = !model.equals(paidJob.model().toUpperCase(Locale.ROOT));
            if (isListed) {
                found.add(call, unknown(session, answer, settings));
            } else if (answer.status() != 404 && answer.status() != 400) {
                found.add(call, new Difference("status", "a refusal, for ids are exact", answer.toString()));
            }
        }
        return found.result(session, settings);
    }

    private static String other(CheckContext session, PaidJob paidJob) {
        return ExpectedFacts.list(session.sample().reply().path("data")).stream()
                .map(model -> model.path("id").asText())
                .filter(id -> !id.equals(paidJob.model()))
                .findFirst()
                .orElse(CheckRequests.NO_MODEL);
    }

    /** Where a reply is not as that about an id that nobody was given, and the setting that would explain it. */
    static List<Difference> unknown(CheckContext session, TargetReply answer, Map<String, String> settings) {
        if (is(session, ApiQuirk.UNKNOWN_QUEUE_ID, "400")) {
            return UnknownJobChecks.noId().compare(answer, session.schemas());
        }
        var found = Expectation.status(404).schema("error-standard").compare(answer, session.schemas());
        if (!found.isEmpty()
                && UnknownJobChecks.noId().compare(answer, session.schemas()).isEmpty()) {
            settings.put(ApiQuirk.UNKNOWN_QUEUE_ID.label(), "400");
        }
        return found;
    }

    static CheckResult incomplete(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var found = new DifferenceLog();
        var flag = TargetRequest.post("/video/retrieve", paidJob.ids().put("delete_media_on_completion", "true"))
                .withKey();
        found.add(
                flag,
                Expectation.detailed()
                        .issue("delete_media_on_completion", "Expected boolean, received string")
                        .compare(session.ask(flag), session.schemas()));
        if (!is(session, ApiQuirk.MISSING_MODEL, "lenient")) {
            for (var path : List.of("/video/retrieve", "/video/complete")) {
                var nameless = TargetRequest.post(path, paidJob.ids().without(Set.of("model")))
                        .withKey();
                found.add(nameless, Expectation.status(400).compare(session.ask(nameless), session.schemas()));
            }
        }
        return found.result(session);
    }

    /** Each tells the same as its own header does, and that fell. */
    static CheckResult balances(CheckContext session, PaidJob paidJob) throws InterruptedException {
        var found = new DifferenceLog();
        for (var route : BALANCES.entrySet()) {
            var call = TargetRequest.get(route.getKey()).withKey();
            var answer = session.ask(call);
            var told = answer.header(BALANCE).flatMap(PlainNumber::of);
            var node = answer.json().at(route.getValue());
            var body = PlainNumber.of(node);
            if (told.isPresent()
                    && body.isPresent()
                    && told.get().subtract(body.get()).abs().compareTo(A_CENT) >= 0) {
                found.add(
                        call,
                        new Difference(
                                route.getValue(), told.get() + ", as " + BALANCE + " says", ExpectedFacts.shown(node)));
            }
        }
        return found.result(session);
    }

    static CheckResult completeLink(CheckContext session, PaidJob paidJob) throws InterruptedException {
        session.jobs().await(session, paidJob.retrieve());
        var found = new DifferenceLog();
        found.add(
                paidJob.complete(),
                UnknownJobChecks.noId().compare(session.ask(paidJob.complete()), session.schemas()));
        found.add(
                paidJob.retrieve(),
                Expectation.status(200)
                        .text("/status", "COMPLETED")
                        .compare(session.ask(paidJob.retrieve()), session.schemas()));
        if (paidJob.link().isPresent()) {
            LinkUse.stillOpens(session, paidJob.link().get(), found);
        }
        return found.result(session);
    }

    private static boolean is(CheckContext session, ApiQuirk quirk, String value) {
        return value.equals(session.quirks().getOrDefault(quirk.label(), quirk.defaultValue()));
    }
}
