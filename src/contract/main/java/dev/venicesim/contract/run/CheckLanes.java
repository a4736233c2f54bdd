package dev.venicesim.contract.run;

import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lanes in which checks that are independent of one another go on side by side: one for those that name nobody, and one
 * for each caller with a key, since each of these has limits of its own. A lane that is through helps the others; the
 * first that fails ends all.
 */
final class CheckLanes {

    /** Groups whose requests name nobody. */
    private static final Set<String> OF_NOBODY = Set.of("models", "x402", "payment", "transport", "open-answers");

    /** Group whose requests a further caller, if there is one, sends with a key beside the sign-in. */
    private static final String OF_WALLETS = "sign-in";

    /** As many as are of use; the callers beyond them take their turns where requests go round. */
    private static final int FURTHER_LANES = 40;

    private final Queue<Check> ofNobody = new ConcurrentLinkedQueue<>();
    private final Queue<Check> ofWallets = new ConcurrentLinkedQueue<>();
    private final Queue<Check> keyed = new ConcurrentLinkedQueue<>();
    private final Trial trial;
    private final AtomicBoolean isOver = new AtomicBoolean();

    /** What is done with a check. */
    @FunctionalInterface
    interface Trial {
        void of(Check check, CheckContext caller) throws InterruptedException;
    }

    private CheckLanes(List<Check> checks, Trial trial) {
        checks.forEach(check -> queue(check).add(check));
        this.trial = trial;
    }

    /** Whether its requests count against the address and no key. */
    static boolean namesNobody(Check check) {
        return OF_NOBODY.contains(check.group());
    }

    private Queue<Check> queue(Check check) {
        return namesNobody(check) ? ofNobody : check.group().equals(OF_WALLETS) ? ofWallets : keyed;
    }

    /** Tries all of them, the first caller those of nobody too. */
    static void run(List<Check> checks, List<CheckContext> callers, Trial trial) throws InterruptedException {
        new CheckLanes(checks, trial).run(callers);
    }

    private void run(List<CheckContext> callers) throws InterruptedException {
        var lanes = new ArrayList<Callable<Boolean>>();
        var isAlone = callers.size() == 1;
        lanes.add(() -> lane(callers.get(0), isAlone ? List.of(ofNobody, ofWallets, keyed) : List.of(ofNobody, keyed)));
        lanes.add(() -> lane(callers.get(0), List.of(keyed, ofNobody)));
        callers.stream()
                .skip(1)
                .limit(FURTHER_LANES)
                .forEach(caller -> lanes.add(() -> lane(caller, List.of(ofWallets, keyed, ofNobody))));
        var threads = Executors.newFixedThreadPool(lanes.size(), task -> {
            var thread = new Thread(task, "check-lane");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (var lane : threads.invokeAll(lanes)) {
                outcome(lane);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whether it came to the end of its checks. */
    private boolean lane(CheckContext caller, List<Queue<Check>> queues) throws InterruptedException {
        var isThrough = false;
        try {
            for (var check = next(queues); check.isPresent() && !isOver.get(); check = next(queues)) {
                trial.of(check.get(), caller);
            }
            isThrough = true;
        } finally {
            isOver.compareAndSet(false, !isThrough);
        }
        return isThrough;
    }

    private static Optional<Check> next(List<Queue<Check>> queues) {
        return queues.stream()
                .flatMap(queue -> Optional.ofNullable(queue.poll()).stream())
                .findFirst();
    }

    private static void outcome(Future<Boolean> lane) throws InterruptedException {
        try {
            lane.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
