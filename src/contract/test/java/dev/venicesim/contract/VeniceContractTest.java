package dev.venicesim.contract;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.junit.VeniceContract;
import dev.venicesim.contract.run.RunPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** As a team writes it: the contract's checks are this class's tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VeniceContractTest implements VeniceContract {

    private final Checked checked = Checked.as(TestEditions.AUGUST);

    @Override
    public Target target() {
        return checked.target();
    }

    @Override
    public RunPlan plan() {
        return RunPlan.free(TestEditions.AUGUST).withMaxUsd("3.00");
    }

    @AfterAll
    void stop() {
        checked.close();
    }
}
