package dev.venicesim.contract.junit;

import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.run.ContractRun;
import dev.venicesim.contract.run.RunListener;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract as JUnit 5 tests, one for each check: a test class implements this and names its target. Free checks
 * only, unless the plan says otherwise.
 */
public interface VeniceContract {

    /** Whom to try. */
    Target target();

    /** What to try. */
    RunPlan plan();

    @TestFactory
    default Stream<DynamicTest> contract() throws InterruptedException {
        var report = ContractRun.of(target(), plan(), RunListener.SILENT);
        var checks = report.rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.check().id() + ": " + row.check().claim().says(), () -> judge(row)));
        var targetFailure = report.targetFailure().stream().map(VeniceContract::fails);
        return Stream.concat(targetFailure, checks);
    }

    private static DynamicTest fails(TargetFailure targetFailure) {
        return DynamicTest.dynamicTest("the target can be reached", () -> Assertions.fail(targetFailure.getMessage()));
    }

    private static void judge(RunReport.Row row) {
        if (row.result() instanceof CheckResult.Inconclusive inconclusive) {
            Assumptions.abort("inconclusive: " + inconclusive.why());
        }
        if (row.result() instanceof CheckResult.Skipped skipped) {
            Assumptions.abort(skipped.why());
        }
        if (row.result() instanceof CheckResult.Differs differs) {
            Assertions.fail(differs.differences().stream().map(Object::toString).collect(Collectors.joining("\n"))
                    + "\nquirks: " + differs.settings() + "\n" + differs.evidence());
        }
    }
}
