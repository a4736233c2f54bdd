package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.store.PostgresCluster;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that outlive their process, as the runnable jar has them. */
class StoreIT {

    @TempDir
    private Path folder;

    private Jar serve() throws Exception {
        return Jar.start(Map.of(), "serve", "--port", "0", "--store", "file:" + folder.resolve("store"));
    }

    private static Http api(Jar served) throws InterruptedException {
        var origin = served.lineWith("venice-sim ready").split(" ", -1)[2];
        return new Http(origin + "/api/v1").with("Authorization", "Bearer k");
    }

    @Test
    void whatWasAcknowledgedOutlivesAKillAndNobodyElseMayHaveTheFile() throws Exception {
        String queued;
        try (var first = serve()) {
            var api = api(first);
            queued = Requests.ticket(api.post("/video/queue", Requests.WAN));
            try (var second = serve()) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.errors().strip().lines())
                        .singleElement()
                        .asString()
                        .startsWith("venice-sim: store cannot be \"file:")
                        .contains("another process has it open");
            }
            first.kill();
            first.exitCode();
        }
        try (var again = serve()) {
            assertThat(api(again).post("/video/retrieve", queued).status()).isEqualTo(200);
            assertThat(again.errors()).doesNotContain("WARNING");
        }
    }

    @Test
    void aShortTortureLosesNothing() throws Exception {
        try (var torture =
                Jar.start(Map.of(), "torture", "--store", "file:" + folder.resolve("tortured"), "--rounds", "3")) {
            assertThat(torture.lineWith("3 rounds:")).endsWith("0 lost, 0 doubled, 0 out of balance");
            assertThat(torture.exitCode()).isZero();
        }
    }

    @Test
    void aDatabaseThatCrashesUnderLoadLosesNothing() throws Exception {
        try (var cluster = PostgresCluster.start();
                var torture = Jar.start(
                        Map.of(),
                        "torture",
                        "--store",
                        cluster.newDatabase(),
                        "--replicas",
                        "2",
                        "--rounds",
                        "2",
                        "--crash",
                        cluster.crashAndUp())) {
            assertThat(torture.lineWith("2 rounds:")).endsWith("0 lost, 0 doubled, 0 out of balance");
            assertThat(torture.exitCode()).isZero();
        }
    }

    @Test
    void aShortTortureOfTwoReplicasLosesNothing() throws Exception {
        try (var cluster = PostgresCluster.start();
                var torture = Jar.start(
                        Map.of(), "torture", "--store", cluster.newDatabase(), "--replicas", "2", "--rounds", "2")) {
            assertThat(torture.lineWith("2 rounds:")).endsWith("0 lost, 0 doubled, 0 out of balance");
            assertThat(torture.exitCode()).isZero();
        }
    }
}
