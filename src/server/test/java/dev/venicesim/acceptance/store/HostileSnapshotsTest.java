package dev.venicesim.acceptance.store;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Declarations with snapshots that nobody took: each is refused, and costs little. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileSnapshotsTest {

    @AutoClose
    private final Sim sim = Sim.start();

    private ObjectNode snapshot() {
        sim.control().put("/worlds/taken", "{}");
        return (ObjectNode) sim.control().get("/worlds/taken/snapshot").json();
    }

    private Http.Answer declare(String body, Charset charset) {
        return sim.root()
                .with("Content-Type", "application/json")
                .send("POST", "/__sim/worlds", body.getBytes(charset));
    }

    private static String with(ObjectNode snapshot) {
        return "{\"apiKey\":\"from-nowhere\",\"snapshot\":" + snapshot + "}";
    }

    @Test
    void refusesMillionsOfMembersBesideIt() {
        var members = new StringBuilder("{\"snapshot\":").append(snapshot());
        for (var i = 0; i < 1_000_000; i++) {
            members.append(",\"").append(i).append("\":[]");
        }
        assertThat(declare(members.append('}').toString(), UTF_8).status()).isEqualTo(400);
    }

    @Test
    void refusesAValueOfMillionsOfValues() {
        var snapshot = snapshot();
        ((ObjectNode) snapshot.path("state")).putObject("settings").putArray("").add("@");
        var refused = declare(with(snapshot).replace("\"@\"", "[],".repeat(200_000) + "[]"), UTF_8);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("has more than 100000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "\"", "***", "a masked key, so it says"})
    void refusesANameThatStandsForAnything(String name) {
        for (var names : new String[] {"keys", "wallets"}) {
            var snapshot = snapshot();
            snapshot.putArray(names).add(name);

            assertThat(declare(with(snapshot), UTF_8).status()).isEqualTo(400);
        }
    }

    @Test
    void readsADeclarationInAnotherEncodingAsOneWithoutASnapshot() {
        assertThat(declare("{\"apiKey\":\"in-utf-16\"}", UTF_16).status()).isEqualTo(201);
        assertThat(declare(with(snapshot()), UTF_16).status()).isEqualTo(400);
    }
}
