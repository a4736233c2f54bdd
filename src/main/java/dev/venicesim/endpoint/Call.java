package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.ErrorCodes;
import dev.venicesim.error.Refusal;
import dev.venicesim.journal.Why;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Purse;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldSettings;
import java.time.Instant;
import java.util.Map;

/**
 * A request of a known caller in its world.
 *
 * @param request what was sent
 * @param variables what the braces of the route's path stand for
 * @param caller who sent it
 * @param world whose it is
 * @param settings the world's settings as this request found them
 * @param playbook what they mean to the stages
 * @param now by the world's clock
 * @param realNow in the outside world
 * @param why the request's trace
 */
record Call(
        Request request,
        Map<String, String> variables,
        Caller caller,
        World world,
        WorldSettings settings,
        Playbook playbook,
        Instant now,
        Instant realNow,
        Why why) {

    Quirks quirks() {
        return settings.behaviour().quirks();
    }

    Edition edition() {
        return settings.behaviour().edition();
    }

    /** The account this caller pays from. */
    Purse purse() {
        return caller instanceof Caller.Wallet ? Purse.WALLET : Purse.KEYS;
    }

    /** Answers with a refusal, and notes why. */
    Reply.Now refuse(Refusal refusal) {
        why.note(refusal.why());
        return reply(refusal, quirks());
    }

    /** A refusal as it goes out: with the table's code beside its text where a quirk wants it. */
    static Reply.Now reply(Refusal refusal, Quirks quirks) {
        var coded = quirks.is(Quirk.ERROR_CODES, "on");
        return Reply.error(coded ? ErrorCodes.beside(refusal.error()) : refusal.error());
    }
}
