package stranger;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.kit.pact.PactTarget;
import dev.venicesim.kit.pact.VenicePacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@Provider("venice-video-api")
@PactFolder("pacts")
class OurPactsElsewhereTest implements VenicePacts {

    private static Simulator staging;

    @BeforeAll
    static void start() {
        staging = Simulator.start(SimulatorConfig.builder().port(0).build());
        System.setProperty("staging.url", staging.baseUrl());
    }

    @AfterAll
    static void close() {
        staging.close();
    }

    @Override
    public PactTarget pactTarget() {
        return PactTarget.at(System.getProperty("staging.url"));
    }
}
