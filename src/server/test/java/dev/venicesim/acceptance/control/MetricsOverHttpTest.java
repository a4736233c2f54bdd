package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.metric.Exposition;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus reads of a simulator. */
class MetricsOverHttpTest {

    private static Exposition scrape(Sim sim) {
        var answer = sim.control().get("/metrics");
        assertThat(answer.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        return Exposition.read(answer.text());
    }

    @Test
    void aServerThatNobodyHasAskedHasEachNameAlready() {
        try (var sim = Sim.start()) {
            var metrics = scrape(sim);
            assertThat(metrics.names())
                    .contains(
                            "venice_sim_requests_total",
                            "venice_sim_request_duration_seconds_bucket",
                            "venice_sim_jobs_total",
                            "venice_sim_faults_total",
                            "venice_sim_findings_total",
                            "venice_sim_cost_usd",
                            "venice_sim_ledger_usd_total",
                            "venice_sim_store_wait_duration_seconds_count",
                            "venice_sim_heap_used_bytes");
            assertThat(metrics.value("venice_sim_store_up")).isEqualByComparingTo("1");
            assertThat(metrics.sum("venice_sim_requests_total")).isZero();
        }
    }

    @Test
    void thePageAboutMetricsListsThoseThereAre() throws IOException {
        try (var sim = Sim.start()) {
            var listed = new TreeSet<String>();
            var page = Files.readString(Path.of("docs/observability.md"));
            page.lines()
                    .filter(line -> line.startsWith("| `venice_sim_"))
                    .flatMap(line ->
                            Pattern.compile("`(venice_sim_\\w+)`").matcher(line).results())
                    .forEach(name -> listed.add(name.group(1)));
            assertThat(listed).isEqualTo(scrape(sim).families());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
    void whatIsDrawnAndWatchedIsThere(String file) throws IOException {
        try (var sim = Sim.start()) {
            var named = new TreeSet<String>();
            var text = Files.readString(Path.of("docker/observability", file));
            Pattern.compile("venice_sim_\\w+").matcher(text).results().forEach(name -> named.add(name.group()));
            var there = new TreeSet<>(scrape(sim).names());
            assertThat(named).hasSizeGreaterThan(4);
            assertThat(there).containsAll(named);
        }
    }

    @Test
    void requestsCountByOperationStatusAndCauseAndSoDoTheirDurations() {
        try (var sim = Sim.start()) {
            sim.api("k").post("/video/queue", Requests.WAN);
            sim.api("k").post("/video/queue", "{}");
            sim.api("k").post("/video/quote", Requests.WAN);
            sim.api("k").get("/no/such/path");
            var metrics = scrape(sim);
            assertThat(metrics.value("venice_sim_requests_total{operation=queue, status=200, cause=simulator}"))
                    .isEqualByComparingTo("1");
            assertThat(metrics.value("venice_sim_requests_total{operation=queue, status=400, cause=simulator}"))
                    .isEqualByComparingTo("1");
            assertThat(metrics.value("venice_sim_requests_total{operation=unknown, status=404, cause=simulator}"))
                    .isEqualByComparingTo("1");
            assertThat(metrics.value("venice_sim_request_duration_seconds_count{operation=queue}"))
                    .isEqualByComparingTo("2");
            assertThat(metrics.value("venice_sim_worlds")).isEqualByComparingTo("1");
        }
    }

    @Test
    void aWorldThatIsGoneTakesNothingFromWhatWasCounted() {
        try (var sim = Sim.start()) {
            sim.api("k").post("/video/queue", Requests.WAN);
            sim.control().delete("/worlds/k");
            var metrics = scrape(sim);
            assertThat(metrics.value("venice_sim_worlds")).isZero();
            assertThat(metrics.sum("venice_sim_requests_total")).isEqualByComparingTo("1");
            assertThat(metrics.value("venice_sim_jobs_total{outcome=completes}"))
                    .isEqualByComparingTo("1");
        }
    }

    @Test
    void jobsCountByTheirOutcomeAndMoneyByItsKind() {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld("\"jobTime\":\"10s\"");
            world.api().post("/video/queue", Requests.WAN);
            world.api().post("/video/queue", Requests.wan("[sim:fail] a gondola"));
            world.control().patch("/account", "{\"addUsd\":3}");
            var before = scrape(sim);
            assertThat(before.value("venice_sim_jobs_total{outcome=failed}")).isEqualByComparingTo("1");
            assertThat(before.value("venice_sim_cost_usd{model=wan-2.6-text-to-video}"))
                    .isEqualByComparingTo("1.1");
            assertThat(before.value("venice_sim_ledger_usd_total{type=charge}")).isEqualByComparingTo("1.1");
            assertThat(before.value("venice_sim_ledger_usd_total{type=grant}")).isEqualByComparingTo("3");

            world.advance("20s");
            world.balanceUsd();
            var after = scrape(sim);
            assertThat(after.value("venice_sim_ledger_usd_total{type=charge}")).isEqualByComparingTo("1.1");
            assertThat(after.value("venice_sim_ledger_usd_total{type=refund}")).isEqualByComparingTo("0.55");
            assertThat(after.value("venice_sim_cost_usd{model=wan-2.6-text-to-video}"))
                    .isEqualByComparingTo("0.55");
        }
    }

    @Test
    void moreMoneyThanAnyNumberHoldsStopsNoCounter() {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld();
            for (var i = 0; i < 20; i++) {
                assertThat(world.control()
                                .patch("/account", "{\"balanceUsd\":" + (i % 2 == 0 ? "900000000000" : "0") + "}")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(scrape(sim).value("venice_sim_ledger_usd_total{type=adjustment}"))
                    .isGreaterThan(new BigDecimal("17000000000000"));
        }
    }

    @Test
    void faultsCountByTheirLabelAndWhatTheyLoseHasNoStatus() {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld();
            world.control()
                    .put("/faults", "{\"faults\":[{\"on\":\"quote\",\"respond\":{\"status\":503}}],\"ttl\":\"1h\"}");
            world.api().post("/video/quote", Requests.WAN);
            var metrics = scrape(sim);
            assertThat(metrics.value("venice_sim_faults_total{fault=respond}")).isEqualByComparingTo("1");
            assertThat(metrics.value("venice_sim_requests_total{operation=quote, status=503, cause=fault}"))
                    .isEqualByComparingTo("1");
        }
    }

    @Test
    void findingsCountWhenARequestShowsThem() {
        try (var sim = Sim.start()) {
            sim.api().get("/models?type=video&api_key=" + "sk-" + "abcdefgh12345678");
            var metrics = scrape(sim);
            assertThat(metrics.value("venice_sim_findings_total{rule=key-in-url, severity=error}"))
                    .isEqualByComparingTo("1");
        }
    }

    @Test
    void repliesThatWaitForTheStoreAreMeasured(@TempDir Path folder) {
        try (var sim = Sim.start(config -> config.store("file:" + folder.resolve("store")))) {
            sim.api("k").post("/video/queue", Requests.WAN);
            var metrics = scrape(sim);
            assertThat(metrics.value("venice_sim_store_wait_duration_seconds_count"))
                    .isPositive();
            assertThat(metrics.value("venice_sim_store_failures_total")).isZero();
        }
    }
}
