package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.auth.KeyTraits;
import dev.venicesim.billing.reads.RateLimitLog;
import dev.venicesim.billing.reads.RateLimitLog.Exceeded;
import dev.venicesim.billing.reads.RateLimits;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verified;
import dev.venicesim.limits.Decision;
import dev.venicesim.limits.PublishedLimits;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Purse;
import dev.venicesim.world.Step;
import java.io.IOException;
import java.time.Instant;

/** {@code GET /api_keys/rate_limits} and its log. */
final class RateLimitReads {

    /** A longer body is not read only to name its model. */
    private static final int GLANCED_AT = 64 * 1024;

    private final Desk desk;

    RateLimitReads(Desk desk) {
        this.desk = desk;
    }

    Reply limits(Call call) {
        var models = desk.editions().of(call.edition()).catalog().listed().stream()
                .map(Model::id)
                .toList();
        var account = desk.accounts().read(call.world(), Purse.KEYS);
        var rows = PublishedLimits.json(call.playbook().limits().settings(), models);
        return Reply.json(200, RateLimits.render(account, rows, call.now()));
    }

    @Verified(on = "2026-10-02", source = "api-facts 1.10")
    Reply log(Call call) {
        var admin = call.caller() instanceof Caller.ApiKey key && key.traits().kind() == KeyTraits.Kind.ADMIN;
        if (!admin && call.quirks().is(Quirk.LOG_KEY, "admin")) {
            return call.refuse(new Refusal(AuthErrors.adminKeyRequired(), "quirk rate-limit-log-key=admin"));
        }
        return Reply.json(
                200, RateLimits.log(call.world().find(Kinds.RATE_LIMIT_LOG).orElse(RateLimitLog.EMPTY)));
    }

    /** Enters a refused request into the log of its world. */
    static void note(Arrival arrival, Request request, Decision.Ruling ruling, Instant now) {
        if (arrival.caller() instanceof Caller.Anonymous) {
            return;
        }
        var type = ruling == Decision.Ruling.BLOCKED_FOR_FAILURES ? "FAILED_REQUESTS" : "RPM";
        var exceeded = new Exceeded(arrival.subject().id(), model(request), type, now);
        arrival.world()
                .compute(
                        Kinds.RATE_LIMIT_LOG,
                        log -> Step.to(log.orElse(RateLimitLog.EMPTY).plus(exceeded)));
    }

    private static String model(Request request) {
        if (request.body().length == 0 || request.body().length > GLANCED_AT) {
            return "";
        }
        try {
            return request.json().root().path("model").asText("");
        } catch (IOException e) {
            return "";
        }
    }
}
