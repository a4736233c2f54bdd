package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.VeniceWorld;
import java.util.List;

/** Fails a test that passed, where its options ask for that. */
final class Verdicts {

    private Verdicts() {}

    static void judge(Options options, VeniceWorld world) {
        if (options.strictness().findings()) {
            refuse(world, world.findings(), "failOnFindings: the client did what costs money or breaks in production");
        }
        if (options.strictness().unexpectedErrors()) {
            refuse(
                    world,
                    world.unexpectedErrors(),
                    "failOnUnexpectedErrors: the simulator answered with errors; world.expectErrors(status) announces one");
        }
    }

    private static void refuse(VeniceWorld world, List<?> found, String says) {
        if (!found.isEmpty()) {
            var failure = new AssertionError(says + ":\n" + Report.lines(found, ""));
            Report.attach(failure, world);
            throw failure;
        }
    }
}
