package dev.venicesim.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.SimulatorServer;
import java.util.function.Consumer;

/** A simulator for one test, on a free port, and the handles a test needs. */
public final class Sim implements AutoCloseable {

    private final SimulatorServer simulator;

    private Sim(SimulatorServer simulator) {
        this.simulator = simulator;
    }

    public static Sim start() {
        return start(config -> {});
    }

    public static Sim start(Consumer<SimulatorConfig.Builder> settings) {
        var builder = SimulatorConfig.builder().port(0);
        settings.accept(builder);
        return new Sim(SimulatorServer.start(builder.build()));
    }

    public SimulatorServer simulator() {
        return simulator;
    }

    /** A client of the API that knows nothing of the simulator. */
    public Http api() {
        return new Http(simulator.baseUrl());
    }

    public Http api(String apiKey) {
        return api().with("Authorization", "Bearer " + apiKey);
    }

    /** A client of the control API. */
    public Http control() {
        return new Http(simulator.origin() + "/__sim");
    }

    /** A client of anything the server answers. */
    public Http root() {
        return new Http(simulator.origin());
    }

    /**
     * Declares a world whose clock stands still at an instant of round numbers; more settings as JSON members, such as
     * {@code "balanceUsd":5}.
     */
    public World frozenWorld(String... settings) {
        var more = settings.length == 0 ? "" : "," + String.join(",", settings);
        return world("\"clock\":{\"at\":\"2026-11-23T10:00:00Z\",\"frozen\":true}" + more);
    }

    public World world(String settings) {
        var declared = control().post("/worlds", "{" + settings + "}");
        if (declared.status() != 201) {
            throw new AssertionError(declared);
        }
        return new World(declared.json());
    }

    /** A declared world. */
    public final class World {
        private final JsonNode declared;

        World(JsonNode declared) {
            this.declared = declared;
        }

        public String id() {
            return declared.path("id").asText();
        }

        public String apiKey() {
            return declared.path("apiKey").asText();
        }

        public Http api() {
            return Sim.this.api(apiKey());
        }

        public Http control() {
            return new Http(simulator.origin() + "/__sim/worlds/" + id());
        }

        /** Moves the clock, by a duration such as {@code 40s}. */
        public void advance(String duration) {
            var moved = control().patch("/clock", "{\"advance\":\"" + duration + "\"}");
            if (moved.status() != 200) {
                throw new AssertionError(moved);
            }
        }

        public String balanceUsd() {
            return control().get("/account").json().path("balanceUsd").asText();
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
