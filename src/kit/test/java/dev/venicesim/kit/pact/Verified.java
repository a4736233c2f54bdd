package dev.venicesim.kit.pact;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a test class of pacts as JUnit does, and tells how it went. */
final class Verified {

    private final EngineExecutionResults results;

    private Verified(EngineExecutionResults results) {
        this.results = results;
    }

    static Verified by(Class<?> test) {
        return new Verified(EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .selectors(selectClass(test))
                .execute());
    }

    long succeeded() {
        return results.testEvents().succeeded().count();
    }

    long failed() {
        return results.testEvents().failed().count();
    }

    /** What a user reads about everything that failed, be it a test or what should have yielded tests. */
    List<String> failures() {
        return results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result ->
                        String.valueOf(result.getThrowable().orElseThrow().getMessage()))
                .toList();
    }

    /** Why tests were skipped. */
    List<String> skips() {
        return results.testEvents().aborted().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result ->
                        String.valueOf(result.getThrowable().orElseThrow().getMessage()))
                .toList();
    }
}
