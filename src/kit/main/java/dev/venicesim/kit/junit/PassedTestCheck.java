package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.Finding;
import dev.venicesim.kit.client.VeniceWorld;
import java.util.List;
import java.util.Optional;

/** Check after a test that passed: it fails the test where its options ask for that. */
final class PassedTestCheck {

    private PassedTestCheck() {}

    /** What the test fails with after all. */
    static Optional<AssertionError> judge(ExtensionOptions options, VeniceWorld world) {
        var strictness = options.strictness();
        var found = strictness.findings()
                ? refused(
                        world.findings().stream().filter(Finding::isFault).toList(),
                        "failOnFindings: the client did what costs money or breaks in production")
                : Optional.<AssertionError>empty();
        return found.isPresent() || !strictness.unexpectedErrors()
                ? found
                : refused(
                        world.unexpectedErrors(),
                        "failOnUnexpectedErrors: the simulator answered with errors; world.expectErrors(status) announces one");
    }

    private static Optional<AssertionError> refused(List<?> found, String says) {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new AssertionError(says + ":\n" + FailureReport.lines(found, "")));
    }
}
