package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillingReadsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/billing/balance",
                "/billing/usage",
                "/billing/usage-analytics",
                "/api_keys/rate_limits",
                "/api_keys/rate_limits/log"
            })
    void wantAKeyAndNoWallet(String path) {
        try (var sim = Sim.start()) {
            assertThat(sim.api().get(path).status()).isEqualTo(401);
            assertThat(sim.api("bad-key").get(path).status()).isEqualTo(401);
            assertThat(Payer.onBase(sim).api().get(path).status()).isEqualTo(401);
            assertThat(sim.api("sk-new").get(path).status()).isEqualTo(200);
            assertThat(sim.control().get("/worlds/sk-new").status())
                    .as("a read makes no world")
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/billing/balance",
                "/billing/usage-history",
                "/billing/usage-analytics",
                "/api_keys/rate_limits",
                "/api_keys/rate_limits/log"
            })
    void offerToSellToWhomSendsNoCredentialsIfToldTo(String path) {
        try (var sim = Sim.start(config -> config.edition("2026-10-02").quirk("missing-key", "402"))) {
            var nobody = sim.api().get(path);
            assertThat(nobody.status()).isEqualTo(402);
            assertThat(nobody.json().path("error").asText()).isEqualTo("Authentication required");
            assertThat(nobody.json().path("accepts")).hasSize(2);
            assertThat(nobody.header("PAYMENT-REQUIRED")).isNotEmpty();
            assertThat(sim.api("bad-key").get(path).status()).isEqualTo(401);
            assertThat(Payer.onBase(sim).api().get(path).status()).isEqualTo(401);
            assertThat(sim.api("sk-new").get(path).status()).isEqualTo(200);
        }
    }

    @Test
    void pageTheUsageOfTheOlderEdition() {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld();
            for (var i = 0; i < 3; i++) {
                world.api().post("/video/queue", Requests.WAN);
                world.advance("1s");
            }
            var page = world.api().get("/billing/usage?limit=2&page=2&sortOrder=asc");
            assertThat(page.json().path("pagination").toString())
                    .isEqualTo("{\"limit\":2,\"page\":2,\"total\":3,\"totalPages\":2}");
            assertThat(page.header("x-pagination-total-pages")).isEqualTo("2");
            var row = page.json().at("/data/0");
            assertThat(row.path("amount").asText()).isEqualTo("-0.55");
            assertThat(row.path("timestamp").asText()).isEqualTo("2026-11-23T10:00:02.000Z");
            assertThat(row.path("sku").asText())
                    .isEqualTo("wan-2.6-text-to-video-duration-resolution-rate-5s-720p-audio");
            var bad = world.api().get("/billing/usage?limit=501&currency=EUR&sortOrder=up");
            assertThat(bad.status()).isEqualTo(400);
            assertThat(bad.json().path("details").path("limit").toString())
                    .isEqualTo("{\"_errors\":[\"Number must be less than or equal to 500\"]}");
            assertThat(bad.json().path("issues").findValuesAsText("code"))
                    .containsExactly("invalid_enum_value", "too_big", "invalid_enum_value");
            assertThat(world.api().get("/billing/usage-history").status()).isEqualTo(404);
        }
    }

    @Test
    void walkTheHistoryOfTheNewerEdition() {
        try (var sim = Sim.start(config -> config.edition("2026-08-21"))) {
            var gone = sim.api().get("/billing/usage");
            assertThat(gone.status()).isEqualTo(410);
            assertThat(gone.header("Sunset")).isEqualTo("Wed, 16 Sep 2026 00:00:00 GMT");
            var world = sim.frozenWorld();
            for (var i = 0; i < 12; i++) {
                world.api().post("/video/queue", Requests.WAN);
            }
            var first = world.api().get("/billing/usage-history?pageSize=10").json();
            assertThat(first.path("data")).hasSize(10);
            var cursor = first.path("nextCursor").asText();
            var second =
                    world.api().get("/billing/usage-history?cursor=" + cursor).json();
            assertThat(second.path("data")).hasSize(2);
            assertThat(second.path("nextCursor").isNull()).isTrue();
            var foreign = sim.api("sk-other").get("/billing/usage-history?cursor=" + cursor);
            assertThat(foreign.status()).isEqualTo(400);
            assertThat(foreign.json().at("/issues/0/message").asText())
                    .isEqualTo("Invalid or expired cursor; restart from the first page");
        }
    }

    @Test
    void exportPagesAsCsv() {
        var heading = "timestamp,sku,pricePerUnitUsd,units,amount,currency,notes,"
                + "requestId,inferenceExecutionTime,promptTokens,completionTokens";
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld();
            var job = world.api().post("/video/queue", Requests.WAN).json();
            var page = world.api().with("Accept", "application/json, text/csv").get("/billing/usage");
            assertThat(page.header("Content-Type")).startsWith("text/csv");
            assertThat(page.header("Content-Disposition")).isEqualTo("attachment; filename=billing_usage.csv");
            assertThat(page.header("x-pagination-total")).isEqualTo("1");
            assertThat(page.text())
                    .isEqualTo(heading
                            + "\r\n2026-11-23T10:00:00.000Z,wan-2.6-text-to-video-duration-resolution-rate-5s-720p-audio,"
                            + "0.55,1,-0.55,USD,API Inference,"
                            + job.path("queue_id").asText() + ",,,\r\n");
        }
    }

    @Test
    void walkTheHistoryAsCsvByAHeader() {
        try (var sim = Sim.start(config -> config.edition("2026-08-21"))) {
            var world = sim.frozenWorld();
            for (var i = 0; i < 12; i++) {
                world.api().post("/video/queue", Requests.WAN);
            }
            var csv = world.api().with("Accept", "text/csv");
            var first = csv.get("/billing/usage-history?pageSize=10");
            assertThat(first.header("Content-Disposition"))
                    .isEqualTo("attachment; filename=billing-usage-history-20261123T100000000Z.csv");
            assertThat(first.text().lines()).hasSize(11);
            var last = csv.get("/billing/usage-history?cursor=" + first.header("x-next-cursor"));
            assertThat(last.text().lines()).hasSize(3);
            assertThat(last.header("x-next-cursor")).isEmpty();
        }
    }

    @Test
    void sumUpByModelAndKey() {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld();
            world.api().post("/video/queue", Requests.WAN);
            var analytics =
                    world.api().get("/billing/usage-analytics?lookback=30d").json();
            assertThat(analytics.path("lookback").asText()).isEqualTo("30d");
            assertThat(analytics.at("/byModel/0/totalUsd").asText()).isEqualTo("0.55");
            assertThat(analytics.at("/byModel/0/modelType").asText()).isEqualTo("VIDEO");
            assertThat(analytics.at("/byKey/0/apiKeyId").asText()).doesNotContain(world.apiKey());
            assertThat(world.api().get("/billing/usage-analytics?lookback=91d").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void tellTheSameSumsForTenMinutes() {
        try (var sim = Sim.start(config -> config.jobTime("1s"))) {
            var world = sim.frozenWorld();
            var week = "/billing/usage-analytics";
            world.api().post("/video/queue", Requests.WAN);
            var first = world.api().get(week).text();
            assertThat(first).contains("0.55");
            world.api().post("/video/queue", Requests.WAN);
            assertThat(world.api().get(week).text()).as("at the same instant").isEqualTo(first);
            assertThat(world.api().get(week + "?lookback=7d").text())
                    .as("the same period")
                    .isEqualTo(first);
            assertThat(world.api()
                            .get(week + "?lookback=8d")
                            .json()
                            .at("/byModel/0/totalUsd")
                            .asText())
                    .as("another period")
                    .isEqualTo("1.1");
            world.advance("599s");
            assertThat(world.api().get(week).text()).isEqualTo(first);
            world.advance("1s");
            assertThat(world.api().get(week).json().at("/byModel/0/totalUsd").asText())
                    .isEqualTo("1.1");
        }
    }

    @Test
    void showTheLimitsAndWhoRanIntoThem() {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld();
            var data = world.api().get("/api_keys/rate_limits").json().path("data");
            assertThat(data.at("/balances/USD").asText()).isEqualTo("100");
            assertThat(data.path("nextEpochBegins").asText()).isEqualTo("2026-11-24T00:00:00.000Z");
            assertThat(data.path("rateLimits")).isNotEmpty().allSatisfy(row -> {
                assertThat(row.path("apiModelId").asText()).isNotEmpty();
                assertThat(row.path("rateLimits").toString()).isEqualTo("[]");
            });
            for (var i = 0; i < 40; i++) {
                assertThat(world.api().post("/video/queue", Requests.WAN).status())
                        .isEqualTo(200);
            }
            assertThat(world.api().post("/video/queue", Requests.WAN).status()).isEqualTo(429);
            var row = world.api().get("/api_keys/rate_limits/log").json().path("data");
            assertThat(row).hasSize(1);
            assertThat(row.at("/0/modelId").asText()).isEqualTo("wan-2.6-text-to-video");
            assertThat(row.at("/0/rateLimitType").asText()).isEqualTo("RPM");
            assertThat(row.at("/0/timestamp").asText()).isEqualTo("2026-11-23T10:00:00.000Z");
            world.control().put("/quirks", "{\"rate-limit-log-key\":\"admin\"}");
            assertThat(world.api()
                            .get("/api_keys/rate_limits/log")
                            .json()
                            .path("error")
                            .asText())
                    .isEqualTo("Admin API key required");
        }
    }
}
