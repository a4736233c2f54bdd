package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Sessions of a browser: a cookie that stands for a token, from signing in until signing out. */
class SessionsOverHttpTest {

    private static final Sim GUARDED =
            Sim.start(config -> config.host("0.0.0.0").adminToken("let-me-in").viewerToken("let-me-see"));

    @AfterAll
    static void close() {
        GUARDED.close();
    }

    private static Http stranger() {
        return new Http("http://127.0.0.1:" + GUARDED.simulator().port());
    }

    @Test
    void aBrowserSignsInOnceAndOnlyThePageChangesThings() {
        assertThat(stranger().get("/__sim/session").json().path("role").asText())
                .isEqualTo("nobody");
        assertThat(stranger().post("/__sim/session", "{\"token\":\"wrong\"}").status())
                .isEqualTo(401);
        var signedIn = stranger().post("/__sim/session", "{\"token\":\"let-me-in\"}");
        var set = signedIn.header("Set-Cookie");
        assertThat(set).contains("HttpOnly", "SameSite=Strict", "Path=/__sim").doesNotContain("let-me-in");

        var browser = stranger().with("Cookie", "other=1; " + set.split(";", 2)[0]);
        assertThat(browser.get("/__sim/session").json().path("role").asText()).isEqualTo("admin");
        assertThat(browser.get("/__sim/worlds").status()).isEqualTo(200);
        assertThat(browser.post("/__sim/worlds", "{}").status()).isEqualTo(403);
        var page = browser.with("Sec-Fetch-Site", "same-origin");
        assertThat(page.post("/__sim/worlds", "{}").status()).isEqualTo(201);
        assertThat(stranger().delete("/__sim/session").header("Set-Cookie")).contains("Max-Age=0");
    }

    @Test
    void whoSignsOutLeavesACookieThatIsGoodForNothingAndEndsNobodyElsesSession() {
        var one = signedIn();
        var other = signedIn();
        assertThat(one.delete("/__sim/session").status()).isEqualTo(204);

        assertThat(one.get("/__sim/worlds").status()).isEqualTo(401);
        assertThat(other.get("/__sim/worlds").status()).isEqualTo(200);
        assertThat(signedIn().get("/__sim/worlds").status()).isEqualTo(200);
    }

    private static Http signedIn() {
        var set = stranger().post("/__sim/session", "{\"token\":\"let-me-in\"}").header("Set-Cookie");
        return stranger().with("Cookie", set.split(";", 2)[0]);
    }

    @Test
    void aViewersCookieReadsAlone() {
        var set =
                stranger().post("/__sim/session", "{\"token\":\"let-me-see\"}").header("Set-Cookie");
        var page = stranger().with("Cookie", set.split(";", 2)[0]).with("Sec-Fetch-Site", "same-origin");
        assertThat(page.get("/__sim/metrics").status()).isEqualTo(200);
        assertThat(page.post("/__sim/worlds", "{}").status()).isEqualTo(403);
        assertThat(stranger()
                        .with("Cookie", "venice-sim-session=let-me-see")
                        .get("/__sim/worlds")
                        .status())
                .isEqualTo(401);
    }
}
