package dev.venicesim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A request that belongs to a trace is answered in it. */
class TracesOverHttpTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @AutoClose
    private final Sim sim = Sim.start();

    @Test
    void theReplyNamesTheTraceAndASpanThatItsRayTellsToo() {
        var answer = sim.api("k").with("traceparent", PARENT).post("/video/queue", Requests.WAN);
        var span = answer.header("CF-RAY").split("-", -1)[0];
        assertThat(answer.header("traceresponse")).isEqualTo("00-" + TRACE + "-" + span + "-01");
        var entry = sim.control().get("/worlds/k/requests/1").text();
        assertThat(entry).contains(PARENT, answer.header("traceresponse"));
    }

    @Test
    void refusalsBelongToTheTraceAsWell() {
        assertThat(sim.api("bad-key")
                        .with("traceparent", PARENT)
                        .post("/video/queue", Requests.WAN)
                        .header("traceresponse"))
                .startsWith("00-" + TRACE);
        assertThat(sim.api().with("traceparent", PARENT).get("/nowhere").header("traceresponse"))
                .startsWith("00-" + TRACE);
    }

    @Test
    void aRequestOfNoTraceIsAnsweredAsInProduction() {
        assertThat(sim.api("k").post("/video/quote", Requests.WAN).header("traceresponse"))
                .isEmpty();
    }

    @Test
    void aMalformedOneIsIgnoredAndSoAreTwo() throws Exception {
        var malformed = sim.api("k").with("traceparent", PARENT + "-more").post("/video/quote", Requests.WAN);
        assertThat(malformed.status()).isEqualTo(200);
        assertThat(malformed.header("traceresponse")).isEmpty();

        var twice = HttpRequest.newBuilder(URI.create(sim.simulator().baseUrl() + "/models/traits"))
                .header("traceparent", PARENT)
                .header("traceparent", PARENT)
                .build();
        var answer = HttpClient.newHttpClient().send(twice, BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("traceresponse")).isEmpty();
    }
}
