package dev.venicesim.kit.contract.junit;

import dev.venicesim.kit.contract.check.Result;
import dev.venicesim.kit.contract.run.ContractRun;
import dev.venicesim.kit.contract.run.Plan;
import dev.venicesim.kit.contract.run.Progress;
import dev.venicesim.kit.contract.run.Report;
import dev.venicesim.kit.contract.target.Target;
import dev.venicesim.kit.contract.target.Trouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contract as JUnit 5 tests, one for each check: a test class implements this and names its target. Free checks only, unless the plan says otherwise. */
public interface VeniceContract {

    /** Whom to try. */
    Target target();

    /** What to try. */
    Plan plan();

    @TestFactory
    default Stream<DynamicTest> contract() throws InterruptedException {
        var report = ContractRun.of(target(), plan(), Progress.SILENT);
        var checks = report.rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.check().id() + ": " + row.check().claim().says(), () -> judge(row)));
        var trouble = report.trouble().stream().map(VeniceContract::fails);
        return Stream.concat(trouble, checks);
    }

    private static DynamicTest fails(Trouble trouble) {
        return DynamicTest.dynamicTest("the target can be reached", () -> Assertions.fail(trouble.getMessage()));
    }

    private static void judge(Report.Row row) {
        if (row.result() instanceof Result.Skipped skipped) {
            Assumptions.abort(skipped.why());
        }
        if (row.result() instanceof Result.Differs differs) {
            Assertions.fail(differs.differences().stream().map(Object::toString).collect(Collectors.joining("\n"))
                    + "\nquirks: " + differs.settings() + "\n" + differs.evidence());
        }
    }
}
