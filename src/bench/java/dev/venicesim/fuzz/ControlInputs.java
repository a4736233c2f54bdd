package dev.venicesim.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.fuzz.FuzzInput.Answer;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Inputs for the control API and for WireMock's admin API. Worlds whose scenarios may break replies have keys of their own. */
final class ControlInputs {

    private static final String JSON = "Content-Type: application/json\r\n";

    private record Call(String method, String path, JsonNode body) {}

    private static final Call[] CALLS = {
        call(
                "POST",
                "/worlds",
                "{'apiKey':'declared-1','balanceUsd':5,'jobTime':'1s','limits':true,'clock':{'at':'2026-11-23T10:00:00Z','frozen':true,'scale':2},'seed':7,'quirks':{'deleted-link':'404'},'edition':'2026-06-17'}"),
        call("POST", "/worlds/{w}/reset", "{}"),
        call("DELETE", "/worlds/{w}", "{}"),
        call("POST", "/worlds/{w}/keys", "{'apiKey':'second-1','spendLimitUsd':1}"),
        call("GET", "/worlds/{w}", "{}"),
        call("GET", "/worlds/{w}/clock", "{}"),
        call("PATCH", "/worlds/{w}/clock", "{'advance':'1s'}"),
        call("PATCH", "/worlds/{w}/clock", "{'at':'2026-11-23T10:00:00Z','frozen':true,'scale':1.5}"),
        call("PATCH", "/worlds/{w}/clock", "{'next':true}"),
        call("PUT", "/worlds/{w}/quirks", "{'deleted-link':'404','unknown-queue-id':'404'}"),
        call("PUT", "/worlds/{w}/faces", "{'https://h/a.png':['face','minor'],'sha256:00':['public_figure']}"),
        call(
                "PUT",
                "/worlds/{w}/media",
                "{'https://h/a.mp4':{'width':1920,'height':1080,'seconds':12,'fps':30,'bytes':1000}}"),
        call("PUT", "/worlds/{w}/policy", "{'consentVersion':'v3.0','policyText':'x'}"),
        call("PUT", "/policy", "{'consentVersion':'v2.0'}"),
        call("GET", "/worlds/{w}/account?limit=3&offset=1", "{}"),
        call("PATCH", "/worlds/{w}/account", "{'balanceUsd':100000}"),
        call("PATCH", "/worlds/{w}/account", "{'addUsd':1,'diem':2}"),
        call("GET", "/worlds/{w}/jobs", "{}"),
        call("GET", "/worlds/{w}/jobs/x", "{}"),
        call("POST", "/worlds/{w}/jobs/x", "{'finish':true,'outcome':{'refused':{}}}"),
        call("GET", "/worlds/{w}/requests?endpoint=queue&status=200", "{}"),
        call("GET", "/worlds/{w}/requests/1", "{}"),
        call("GET", "/worlds/{w}/findings", "{}"),
        call("GET", "/worlds/{w}/consents", "{}"),
        call("DELETE", "/worlds/{w}/consents", "{}"),
        call("PUT", "/worlds/{w}", "{'balanceUsd':100000,'jobTime':'1s','clock':{'scale':2}}"),
        call("GET", "/worlds?limit=5&offset=1", "{}"),
        call("GET", "/worlds/{w}/due?until=2027-01-01T00:00:00Z", "{}"),
        call("GET", "/worlds/{w}/requests.har?limit=3", "{}"),
        call("GET", "/worlds/{w}/pact?consumer=fuzz", "{}"),
        call("GET", "/worlds/{w}/jobs/x/video", "{}"),
        call("GET", "/requests/0123456789abcdef-SIM", "{}"),
        call("GET", "/self/account", "{}"),
        call("POST", "/session", "{'token':'x'}"),
        call("GET", "/ready", "{}"),
        call("GET", "/editions", "{}"),
        call("GET", "/costs", "{}"),
        call("GET", "/costs?since=start", "{}"),
        call("GET", "/metrics", "{}"),
        call("GET", "/models?edition=2026-06-17", "{}"),
        call("GET", "/prices", "{}"),
        call("GET", "/rules/paid-twice", "{}"),
        call("GET", "", "{}"),
        call("GET", "/openapi.json", "{}"),
        call("POST", "/scenarios/reload", "{}"),
        call(
                "POST",
                "/pact/states",
                "{'state':'a funded account','params':{'balanceUsd':5,'queueId':'q'},'action':'setup'}"),
        call("GET", "/pact/states", "{}")
    };

    private static final JsonNode SCENARIO = json(
            "{'jobTime':'10s','balance':5,'links':{'fetches':1,'perMinute':10},'rules':[{'when':{'prompt':'x*'},'then':{'refused':{}}}],'faults':[{'on':'queue','nth':1,'respond':{'status':503}},{'on':'quote','chance':0.5,'delay':'1ms'}]}");

    private static final JsonNode MAPPING = json(
            "{'name':'m','request':{'method':'GET','urlPath':'/fuzz/1','headers':{'A':{'equalTo':'b'}},'bodyPatterns':[{'matchesJsonPath':'$.a'},{'equalToJson':{'a':1},'ignoreExtraElements':true},{'matchesJsonSchema':{'type':'object'}}]},'response':{'status':200,'body':'{{request.path}} {{#each (range 0 3)}}x{{/each}}','headers':{'Content-Type':'text/plain'},'transformers':['response-template'],'fixedDelayMilliseconds':1}}");

    private static final Pattern DELAY = Pattern.compile("(?<=\"fixedDelayMilliseconds\":)-?\\d[\\d.eE+-]*");

    private static Call call(String method, String path, String body) {
        return new Call(method, path, json(body));
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FuzzInput call(RandomGenerator random) {
        var call = InputMaker.one(random, CALLS);
        var path = call.path().replace("{w}", world(random));
        var query = random.nextInt(10) == 0
                ? InputMaker.one(random, "?x=1", "?limit=-1", "?wait=PT1S&count=x", "?offset=99999999999999999999")
                : "";
        var body = call.body().isEmpty() && random.nextInt(4) != 0 ? new byte[0] : Mutations.of(call.body(), random);
        return FuzzInput.request(
                "control",
                Answer.NO_SERVER_ERROR,
                random.nextInt(15) == 0
                        ? InputMaker.one(random, "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
                        : call.method(),
                "/__sim" + path + query,
                JSON,
                body);
    }

    /** A scenario for a world in which replies may break. */
    FuzzInput scenario(RandomGenerator random) {
        var yaml = random.nextInt(3) == 0;
        var body = yaml
                ? Mutations.bytes(
                        "jobTime: 10s\nfaults:\n  - { on: queue, nth: 1, respond: { status: 503 } }\na: &a [*a, *a]\n"
                                .getBytes(StandardCharsets.UTF_8),
                        random)
                : Mutations.of(SCENARIO, random);
        return FuzzInput.request(
                "scenario",
                Answer.NO_SERVER_ERROR,
                "PUT",
                "/__sim/worlds/wild-" + random.nextInt(4) + "/scenario",
                yaml ? "Content-Type: application/yaml\r\n" : JSON,
                body);
    }

    /** A request in a world that has one. */
    FuzzInput wild(RandomGenerator random) {
        var body = Json.object()
                .put("model", "wan-2.6-text-to-video")
                .put("prompt", "a")
                .put("duration", "5s")
                .put("aspect_ratio", "16:9")
                .put("resolution", "720p");
        return FuzzInput.request(
                "in a scenario",
                Answer.ANY_STATUS,
                "POST",
                "/api/v1/video/" + InputMaker.one(random, "queue", "quote"),
                "Authorization: Bearer wild-" + random.nextInt(4) + "\r\n" + JSON,
                Json.bytes(body));
    }

    FuzzInput stubs(RandomGenerator random) {
        var path = "/__sim/stubs/__admin"
                + InputMaker.one(
                        random,
                        "/mappings",
                        "/mappings",
                        "/mappings",
                        "/mappings/import",
                        "/requests/count",
                        "/requests/find",
                        "/requests",
                        "/scenarios/reset",
                        "/mappings/reset",
                        "/near-misses/request",
                        "/mappings/find-by-metadata",
                        "/settings",
                        "/files/x",
                        "/files/../x",
                        "/nowhere");
        var mapping = ((com.fasterxml.jackson.databind.node.ObjectNode) MAPPING.deepCopy());
        var bytes = soon(Mutations.of(mapping, random));
        return FuzzInput.request(
                "stub admin",
                Answer.NO_SERVER_ERROR,
                InputMaker.one(random, "POST", "POST", "POST", "GET", "PUT", "DELETE"),
                path,
                JSON,
                bytes);
    }

    /** A mapping for every path that waits for minutes does as its author asked: no fault, and nothing else would be seen. */
    private static byte[] soon(byte[] mapping) {
        var text = new String(mapping, StandardCharsets.ISO_8859_1);
        return DELAY.matcher(text).replaceAll("1").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A request that a mapping may answer, with whatever its author likes. */
    FuzzInput stubbed(RandomGenerator random) {
        return FuzzInput.request(
                "stubbed",
                Answer.ANY_STATUS,
                InputMaker.one(random, "GET", "POST"),
                "/fuzz/" + random.nextInt(3) + ApiInputs.query(random),
                "A: b\r\n" + JSON,
                Mutations.of(json("{'a':1}"), random));
    }

    /** Mappings go now and then, so that they do not add up and one for every path does not stay. */
    FuzzInput noStubs(RandomGenerator random) {
        return FuzzInput.request(
                "no stubs", Answer.NO_SERVER_ERROR, "DELETE", "/__sim/stubs/__admin/mappings", "", new byte[0]);
    }

    private static String world(RandomGenerator random) {
        return random.nextInt(5) == 0
                ? InputMaker.one(random, "anonymous", "nobody", "%00", "declared-1", "..", "%2F")
                : ApiInputs.key(random);
    }
}
