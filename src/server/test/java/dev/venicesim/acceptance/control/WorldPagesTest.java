package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The list of worlds, in pages. */
class WorldPagesTest {

    @AutoClose
    private final Sim sim = Sim.start();

    private List<String> ids(String query) {
        var ids = new ArrayList<String>();
        list(query).path("worlds").forEach(world -> ids.add(world.path("id").asText()));
        return ids;
    }

    private JsonNode list(String query) {
        return sim.control().get("/worlds" + query).json();
    }

    @Test
    void beginWithTheWorldThatWasUsedLast() {
        var first = sim.frozenWorld();
        var second = sim.frozenWorld();
        var third = sim.frozenWorld();
        first.api().post("/video/quote", Requests.WAN);
        assertThat(ids("?limit=2")).containsExactly(first.id(), third.id());
        assertThat(ids("?limit=2&offset=2")).containsExactly(second.id());
        assertThat(ids("?offset=3")).isEmpty();
        assertThat(ids("?limit=0")).isEmpty();
        assertThat(list("?limit=2").path("total").asInt()).isEqualTo(3);
        assertThat(ids("")).containsExactlyInAnyOrder(first.id(), second.id(), third.id());
    }

    @Test
    void tellTheLatestBalancesAndHowManyFindingsThereAre() {
        var world = sim.frozenWorld("\"balanceUsd\":10");
        world.api().post("/video/queue", Requests.WAN);
        world.api().post("/video/queue", Requests.wan("another one"));
        world.api().get("/models?type=video&api_key=" + world.apiKey());
        var listed = list("?limit=1").path("worlds").get(0);
        var balances = new ArrayList<Double>();
        listed.path("balances").forEach(balance -> balances.add(balance.asDouble()));
        assertThat(balances).endsWith(9.45, 8.9);
        var findings = world.control().get("/findings").json().path("findings");
        var told = listed.path("findings");
        assertThat(findings).isNotEmpty();
        assertThat(told.path("error").asInt()
                        + told.path("warning").asInt()
                        + told.path("info").asInt())
                .isEqualTo(findings.size());
    }

    @Test
    void refuseWhatIsNoNumber() {
        assertThat(sim.control().get("/worlds?limit=many").json().path("detail").asText())
                .contains("limit is a whole number");
        assertThat(sim.control().get("/worlds?limit=1001").json().path("detail").asText())
                .contains("at most 1000");
        assertThat(sim.control().get("/worlds?offset=-1").status()).isEqualTo(400);
        assertThat(sim.control().get("/worlds?offset=999999999999999").status()).isEqualTo(200);
    }

    @Test
    void costsSinceTheStartAreThoseOfTheJobsSoFar() {
        var world = sim.frozenWorld();
        world.api().post("/video/queue", Requests.WAN);
        var all = (ObjectNode) sim.control().get("/costs").json();
        all.remove("findings");
        assertThat(sim.control().get("/costs?since=start").json()).isEqualTo(all);
        assertThat(sim.control()
                        .get("/costs?since=yesterday")
                        .json()
                        .path("detail")
                        .asText())
                .contains("since is start");
    }
}
