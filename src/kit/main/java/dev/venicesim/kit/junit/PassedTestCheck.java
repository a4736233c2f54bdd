package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.Finding;
import dev.venicesim.kit.client.VeniceWorld;
import java.util.List;

/** Check after a test that passed: it fails the test where its options ask for that. */
final class PassedTestCheck {

    private PassedTestCheck() {}

    static void judge(ExtensionOptions options, VeniceWorld world) {
        if (options.strictness().findings()) {
            refuse(
                    options,
                    world,
                    world.findings().stream().filter(Finding::isFault).toList(),
                    "failOnFindings: the client did what costs money or breaks in production");
        }
        if (options.strictness().unexpectedErrors()) {
            refuse(
                    options,
                    world,
                    world.unexpectedErrors(),
                    "failOnUnexpectedErrors: the simulator answered with errors; world.expectErrors(status) announces one");
        }
    }

    private static void refuse(ExtensionOptions options, VeniceWorld world, List<?> found, String says) {
        if (!found.isEmpty()) {
            var failure = new AssertionError(says + ":\n" + FailureReport.lines(found, ""));
            FailureReport.attach(failure, world, options.worlds());
            throw failure;
        }
    }
}
