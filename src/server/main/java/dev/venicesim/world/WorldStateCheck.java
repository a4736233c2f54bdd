package dev.venicesim.world;

import dev.venicesim.billing.AccountCheck;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.time.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Check of a world's state that came from outside: whether it is one that a world can be in. */
final class WorldStateCheck {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern QUEUE_ID = Pattern.compile("[0-9a-fA-F-]{1,64}");

    /** Of a video; far past the largest that any model makes. */
    private static final int MOST_PIXELS = 8192;

    private static final int MOST_FRAMES = 240;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private WorldStateCheck() {}

    /**
     * Passes a state that holds together.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static void require(WorldState state) {
        var settings = state.one(StateKinds.SETTINGS);
        that(
                settings.isPresent() && state.one(StateKinds.DECLARATION).isPresent(),
                "it has no settings or declaration");
        that(ID.matcher(settings.get().id()).matches(), "its world's id is no id");
        for (var kind : StateKinds.ofAWorld()) {
            if (!hasManyOf(kind)) {
                that(
                        state.all(kind).keySet().stream().allMatch(String::isEmpty),
                        "it has more than one " + kind.name());
            }
        }
        state.all(StateKinds.JOB).forEach(WorldStateCheck::job);
        state.all(StateKinds.ACCOUNT).forEach(WorldStateCheck::account);
        that(
                state.all(StateKinds.CONSENTS).keySet().stream().allMatch(WorldStateCheck::isSelector),
                "it has consents of no account");
    }

    private static boolean hasManyOf(StateKind<?> kind) {
        return kind.equals(StateKinds.JOB)
                || kind.equals(StateKinds.ACCOUNT)
                || kind.equals(StateKinds.CONSENTS)
                || kind.equals(StateKinds.LINK)
                || kind.equals(StateKinds.LIMITS)
                || kind.equals(StateKinds.MEDIA);
    }

    private static boolean isSelector(String key) {
        return Arrays.stream(AccountSelector.values())
                .anyMatch(selector -> selector.key().equals(key));
    }

    private static void job(String id, VideoJob job) {
        var order = job.order();
        that(
                QUEUE_ID.matcher(id).matches() && id.equals(job.queueId()),
                "a job has another queue id than it stands under");
        that(
                !order.cost().isNegative() && !LedgerAccount.MOST.isLessThan(order.cost()),
                "job " + id + " has a cost out of range");
        that(job.polls() >= 0 && job.faltered() >= 0, "job " + id + " counts below zero");
        var format = order.format();
        that(
                isWithin(format.width(), MOST_PIXELS)
                        && isWithin(format.height(), MOST_PIXELS)
                        && isWithin(format.framesPerSecond(), MOST_FRAMES)
                        && !format.duration().isNegative()
                        && format.duration().compareTo(LONGEST) <= 0,
                "job " + id + " has a video that no model makes");
        var timeline = job.timeline();
        that(
                isShown(timeline.queuedAt())
                        && isShown(timeline.expiresAt())
                        && timeline.endsAt().map(WorldStateCheck::isShown).orElse(true)
                        && !timeline.usual().isNegative(),
                "job " + id + " has times that no clock shows");
    }

    private static boolean isWithin(int value, int most) {
        return value >= 0 && value <= most;
    }

    private static boolean isShown(Instant instant) {
        return !instant.isBefore(WorldClock.EARLIEST) && !instant.isAfter(WorldClock.LATEST);
    }

    private static void account(String key, LedgerAccount account) {
        that(
                isSelector(key) && AccountSelector.valueOf(key).kind() == account.kind(),
                "an account is of another kind than it stands under");
        AccountCheck.flaw(account).ifPresent(flaw -> {
            throw new IllegalArgumentException(flaw);
        });
    }

    private static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
