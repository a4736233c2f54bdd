package dev.venicesim.kit.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs sample classes in an engine of their own and tells how they fared. */
final class Runs {

    private Runs() {}

    static EngineExecutionResults of(Class<?>... samples) {
        return with(Map.of(), samples);
    }

    static EngineExecutionResults with(Map<String, String> parameters, Class<?>... samples) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .configurationParameters(parameters)
                .selectors(Arrays.stream(samples)
                        .map(type -> selectClass(type))
                        .toList()
                        .toArray(new org.junit.platform.engine.discovery.ClassSelector[0]))
                .execute();
    }

    /** What broke, in containers and tests alike. */
    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().finished().stream()
                .map(Event::getPayload)
                .flatMap(payload -> payload.stream())
                .flatMap(payload ->
                        payload instanceof TestExecutionResult result ? result.getThrowable().stream() : Stream.of())
                .toList();
    }

    static String onlyFailure(Class<?>... samples) {
        var failures = failures(of(samples));
        if (failures.size() != 1) {
            throw new AssertionError("wanted one failure, got " + failures);
        }
        return String.valueOf(failures.get(0).getMessage());
    }
}
