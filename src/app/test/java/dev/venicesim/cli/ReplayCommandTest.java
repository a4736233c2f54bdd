package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Sha256;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code replay} and {@code can-i-upgrade} tell of a run, and what they refuse. */
@Timeout(120)
class ReplayCommandTest {

    private static final String KEY = "VENICE_INFERENCE_KEY_of-a-stranger";
    private static final String UNKNOWN =
            "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"0197a000-0000-7000-8000-000000000000\"}";
    private static final String OLD_MODEL = "ltx-2-fast-text-to-video";

    @AutoClose
    private final Sim sim = Sim.start();

    @TempDir
    private Path folder;

    private record Ran(int code, String out, String err) {}

    private static Ran run(String command, Path file, String... options) {
        var args = new ArrayList<>(List.of(command, file.toString()));
        args.addAll(List.of(options));
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Main.commandLine(Map.of(), args.toArray(String[]::new));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return new Ran(line.execute(args.toArray(String[]::new)), out.toString(), err.toString());
    }

    @BeforeEach
    void declare() {
        sim.control().put("/worlds/" + KEY, "{\"jobTime\":\"40s\",\"scenario\":\"happy\"}");
    }

    private Path recorded() throws IOException {
        return Files.write(
                folder.resolve("run.json"),
                sim.control().get("/worlds/" + KEY + "/run").bytes());
    }

    private Http world() {
        return new Http(sim.simulator().origin() + "/__sim/worlds/" + KEY);
    }

    private String queue(String body) {
        return Requests.ticket(sim.api(KEY).post("/video/queue", body));
    }

    /** A client that meets most of what there is: on a clock that runs, with a fault, a second key, links and media. */
    private void play() {
        var ticket = queue(Requests.WAN);
        sim.api(KEY).post("/video/retrieve", ticket);
        world().patch("/clock", "{\"advance\":\"39s\"}");
        sim.api(KEY).post("/video/retrieve", ticket);
        world().patch("/clock", "{\"advance\":\"2s\"}");
        sim.api(KEY).post("/video/retrieve", ticket);
        sim.api(KEY).post("/video/queue", "{\"model\":\"" + OLD_MODEL + "\"}");
        var second = world().post("/keys", "{}").json().path("apiKey").asText();
        sim.api(second).post("/video/quote", Requests.WAN);
        world().put("/faults", "{\"faults\":[{\"on\":\"queue\",\"respond\":{\"status\":503}}],\"ttl\":\"1h\"}");
        assertThat(sim.api(second).post("/video/queue", Requests.WAN).status()).isEqualTo(503);
        world().delete("/faults");
        var linked = sim.api(second).post("/video/queue", Requests.PRIVATE_GROK);
        world().patch("/clock", "{\"advance\":\"41s\"}");
        var link = URI.create(linked.json().path("download_url").asText());
        assertThat(sim.root().get(link.getPath()).status()).isEqualTo(200);
        sim.api(KEY).post("/video/complete", ticket);
        sim.api(KEY).get("/nothing/here?api_key=abc");
        sim.api(KEY).post("/video/queue", "{ \"model\" : ");
    }

    @Test
    void aRunThatIsPlayedAgainIsTheSame() throws IOException {
        play();
        var ran = run("replay", recorded());
        assertThat(ran.out()).isEqualToNormalizingNewlines("12 requests played again: every reply is the same\n");
        assertThat(ran.code()).isZero();
    }

    /** The player sends the marks that stand for secrets, and they come back as such. */
    @Test
    void aRunWithSecretsThatNobodyDeclaredIsTheSame() throws IOException {
        var body = Requests.WAN.replaceFirst("\\{", "{\"api_key\":\"undeclared\",\"clientSecret\":\"undeclared\",");
        sim.api(KEY).with("X-Api-Key", "undeclared").post("/video/queue?refresh_token=undeclared", body);
        sim.api(KEY).post("/video/quote", "{\"model\":\"sk-undeclared\",\"password\":\"undeclared\"}");
        sim.api(KEY)
                .post(
                        "/video/retrieve",
                        "{\"model\":\"wan\",\"queue_id\":\"https://u:undeclared@h/?token=undeclared\"}");

        var file = recorded();

        assertThat(Files.readString(file)).doesNotContain("undeclared");
        assertThat(run("replay", file).out())
                .isEqualToNormalizingNewlines("3 requests played again: every reply is the same\n");
    }

    @Test
    void tellsTheFirstReplyThatIsAnotherOne() throws IOException {
        play();
        var changed = changed(recorded(), "\"status\":\"PROCESSING\"", "\"status\":\"QUEUED\"");
        var ran = run("replay", changed);
        assertThat(ran.out())
                .contains("the first reply that differs is of request 2, POST /api/v1/video/retrieve at ")
                .contains(": /status was \"QUEUED\" and is \"PROCESSING\"");
        assertThat(ran.code()).isOne();
    }

    /** The file with another text in it and the checksum that fits. */
    private Path changed(Path file, String was, String is) throws IOException {
        var text = Files.readString(file);
        assertThat(text).contains(was);
        var json = (ObjectNode) Json.readOwn(text.replace(was, is).getBytes(StandardCharsets.UTF_8));
        json.put("sha256", sum(json.path("run")));
        return Files.write(folder.resolve("changed.json"), Json.bytes(json));
    }

    private static String sum(JsonNode run) {
        return Hex.digits(Sha256.digest().digest(Json.bytes(run)));
    }

    @Test
    void beforeATargetItSendsWhatCostsNothing() throws IOException {
        var ticket = queue(Requests.WAN);
        sim.api(KEY).post("/video/retrieve", ticket);
        sim.api(KEY).post("/video/quote", Requests.WAN);
        sim.api(KEY).get("/models?type=video");
        sim.api(KEY).post("/video/retrieve", UNKNOWN);
        var file = recorded();
        var key = Files.writeString(folder.resolve("key"), "a-key-of-the-target");
        try (var target = Sim.start()) {
            target.control().put("/worlds/a-key-of-the-target", "{}");
            var url = target.simulator().baseUrl();
            var same = run("replay", file, "--target", url, "--api-key-file", key.toString());
            assertThat(same.out()).isEqualToNormalizingNewlines("""
                            3 requests played again: every reply is the same
                            1 request not played: it may cost money at a target, or is no request that is known to cost none
                            1 request not played: its job comes of a request that is not played
                            """);
            assertThat(same.code()).isZero();
            var other = changed(file, "\"quote\":", "\"offer\":");
            var differs = run("replay", other, "--target", url, "--api-key-file", key.toString());
            assertThat(differs.out())
                    .contains("the first reply that differs is of request 3, POST /api/v1/video/quote at ");
            assertThat(differs.code()).isOne();
            assertThat(target.control()
                            .get("/worlds/a-key-of-the-target/requests")
                            .text())
                    .contains("/video/quote")
                    .doesNotContain("/video/queue");
            assertThat(run("replay", file, "--target", url).err())
                    .contains("--api-key-env")
                    .hasLineCount(1);
        }
    }

    @Test
    void saysWhatCannotBePlayed() throws IOException {
        queue(Requests.WAN.replace("a gondola", "a gondola data:image/png;base64,iVBORw0KGgo="));
        var ran = run("replay", recorded());
        assertThat(ran.out())
                .contains(
                        "0 requests played again: nothing is compared",
                        "1 request not played: its body is not in the file whole");
        assertThat(List.of(ran, run("can-i-upgrade", recorded(), "--edition", "latest")))
                .allSatisfy(vain -> {
                    assertThat(vain.code()).isEqualTo(2);
                    assertThat(vain.err())
                            .contains("none of its requests can be played")
                            .hasLineCount(1);
                });
    }

    @Test
    void tellsWhatAnotherEditionChanges() throws IOException {
        queue(Requests.WAN);
        queue(Requests.WAN
                .replace("wan-2.6-text-to-video", OLD_MODEL)
                .replace("\"5s\"", "\"6s\"")
                .replace("720p", "1080p"));
        var ran = run("can-i-upgrade", recorded(), "--edition", "2026-08-21");
        assertThat(ran.out()).startsWith("2 requests: ").contains("1 model is removed (" + OLD_MODEL + ")");
        assertThat(ran.code()).isOne();
        var json = Json.read(run("can-i-upgrade", recorded(), "--edition", "2026-08-21", "--json")
                .out()
                .getBytes(StandardCharsets.UTF_8));
        assertThat(json.path("changes").findValuesAsText("n")).contains("2");
        assertThat(json.path("removedModels")).hasSize(1);
    }

    @Test
    void tellsWhatAQuirkChangesAndThatNothingDoes() throws IOException {
        queue(Requests.WAN);
        sim.api(KEY).post("/video/retrieve", UNKNOWN);
        var same = run("can-i-upgrade", recorded(), "--edition", "2026-06-17");
        assertThat(same.out()).contains(": nothing changes");
        assertThat(same.code()).isZero();
        var other = run("can-i-upgrade", recorded(), "--quirk", "unknown-queue-id=400");
        assertThat(other.out()).isEqualToNormalizingNewlines("2 requests: 1 becomes 400 (wan-2.6-text-to-video)\n");
        assertThat(other.code()).isOne();
    }

    @Test
    void aForkStandsAsTheWorldStoodAndIssuesTheSameIds() throws Exception {
        world().patch("/clock", "{\"frozen\":true}");
        queue(Requests.WAN);
        var second = queue(Requests.WAN);
        var file = recorded();
        var printed = new StringWriter();
        var serving = new Thread(() -> {
            var line = Main.commandLine(Map.of(), "open");
            line.setOut(new PrintWriter(printed));
            line.execute("open", file.toString(), "--fork", "1");
        });
        serving.start();
        try {
            while (!printed.toString().contains("venice-sim ready ") && serving.isAlive()) {
                Thread.onSpinWait();
            }
            var origin = printed.toString().replaceFirst("(?s).*venice-sim ready (\\S+).*", "$1");
            var key = printed.toString().replaceFirst("(?s).*API key (\\S+).*", "$1");
            assertThat(new Http(origin + "/__sim/worlds/" + key)
                            .get("/jobs")
                            .json()
                            .path("jobs"))
                    .hasSize(1);
            var client = new Http(origin + "/api/v1").with("Authorization", "Bearer " + key);
            assertThat(Requests.ticket(client.post("/video/queue", Requests.WAN)))
                    .isEqualTo(second);
            assertThat(new Http(origin + "/__sim/worlds/" + key)
                            .get("/requests")
                            .json()
                            .path("requests"))
                    .hasSize(2);
        } finally {
            serving.interrupt();
            serving.join();
        }
        assertThat(run("open", file, "--fork", "3").err()).contains("fork cannot be 3: give 0 to 2");
    }

    @Test
    void refusesInOneLineWhatIsNoRun() throws IOException {
        queue(Requests.WAN);
        var cut = Files.writeString(
                folder.resolve("cut.json"), Files.readString(recorded()).substring(0, 900));
        assertThat(List.of(
                        run("replay", folder.resolve("absent.json")),
                        run("replay", folder),
                        run("replay", cut),
                        run("can-i-upgrade", cut, "--edition", "latest"),
                        run("can-i-upgrade", recorded()),
                        run("can-i-upgrade", recorded(), "--edition", "2020-01-01"),
                        run("can-i-upgrade", recorded(), "--quirk", "no=such")))
                .allSatisfy(ran -> {
                    assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
                    assertThat(ran.err()).startsWith("venice-sim: ").hasLineCount(1);
                });
    }

    @Test
    void aHostileFileLeavesNeitherTheProcessNorTheWorld() throws IOException {
        queue(Requests.WAN);
        world().patch("/clock", "{\"advance\":\"39s\"}");
        var elsewhere = run("replay", changed(recorded(), "\"/clock\"", "\"/../../stubs/__admin/shutdown\""));
        assertThat(elsewhere.code()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("changes no world").hasLineCount(1);
        var target = run("replay", changed(recorded(), "\"/api/v1/video/queue\"", "\"@192.0.2.1/api/v1/video/queue\""));
        assertThat(target.out()).contains("1 request not played: its path is none of the API");
        var time = run("replay", changed(recorded(), "\"takenAt\":\"2", "\"takenAt\":\"x"));
        assertThat(time.err())
                .contains("what should be an instant in it is none")
                .hasLineCount(1);
        var key = run("replay", changed(recorded(), "\"standIn\":\"", "\"standIn\":\"../"));
        assertThat(key.err()).contains("a key in it is none").hasLineCount(1);
    }

    @Test
    void saysInOneLineThatThePortIsTaken() throws IOException {
        queue(Requests.WAN);
        var taken = Integer.toString(sim.simulator().port());
        var ran = run("open", recorded(), "--port", taken);
        assertThat(ran.err())
                .startsWith("venice-sim: port " + taken + " on 127.0.0.1 cannot be had")
                .hasLineCount(1);
        assertThat(ran.code()).isOne();
    }
}
