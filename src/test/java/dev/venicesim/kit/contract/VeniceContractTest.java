package dev.venicesim.kit.contract;

import dev.venicesim.catalog.Edition;
import dev.venicesim.kit.contract.junit.VeniceContract;
import dev.venicesim.kit.contract.run.Plan;
import dev.venicesim.kit.contract.target.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** As a team writes it: the contract's checks are this class's tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VeniceContractTest implements VeniceContract {

    private final Checked checked = Checked.as(Edition.E2026_08_21);

    @Override
    public Target target() {
        return checked.target();
    }

    @Override
    public Plan plan() {
        return Plan.free(Edition.E2026_08_21).withMaxUsd("3.00");
    }

    @AfterAll
    void stop() {
        checked.close();
    }
}
