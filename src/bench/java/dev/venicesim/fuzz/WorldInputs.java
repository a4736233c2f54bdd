package dev.venicesim.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.fuzz.FuzzInput.Answer;
import dev.venicesim.json.Json;
import java.util.random.RandomGenerator;

/** Inputs that make whole worlds, or copies of them: snapshots, lists of declarations, requests that are tried. */
final class WorldInputs {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String WORLDS = "/__sim/worlds";

    private final Material material;

    WorldInputs(Material material) {
        this.material = material;
    }

    /** A snapshot that was changed, as the world of a key that other inputs use; now and then that world goes. */
    FuzzInput restored(RandomGenerator random) {
        var key = ApiInputs.restoredKey(random);
        if (random.nextInt(3) == 0) {
            return request("DELETE", WORLDS + "/" + key, new byte[0]);
        }
        var declaration = Json.object().put("apiKey", key);
        declaration.set("snapshot", material.snapshot());
        return request(
                "POST", WORLDS, random.nextInt(8) == 0 ? Json.bytes(declaration) : Mutations.of(declaration, random));
    }

    FuzzInput listed(RandomGenerator random) {
        var list = Json.object();
        var worlds = list.putArray("worlds");
        for (var i = random.nextInt(5); i >= 0; i--) {
            worlds.addObject()
                    .put("apiKey", "listed-" + i)
                    .put("balanceUsd", 5)
                    .put("jobTime", "1s")
                    .put("edition", "2026-06-17");
        }
        return request("PUT", WORLDS, Mutations.of(list, random));
    }

    FuzzInput tried(RandomGenerator random) {
        var call = Json.object()
                .put("method", InputMaker.one(random, "POST", "GET", "DELETE", "HEAD"))
                .put(
                        "path",
                        InputMaker.one(
                                random,
                                "/video/queue",
                                "/video/quote",
                                "/video/retrieve",
                                "/models?type=video",
                                "/billing/balance",
                                "/api/v1/x402/top-up",
                                "/v1/share/read/x"));
        call.set("body", order(random));
        if (random.nextBoolean()) {
            call.put("edition", InputMaker.one(random, "2026-06-17", "2026-08-21"));
        }
        return request("POST", WORLDS + "/" + ApiInputs.key(random) + "/try", Mutations.of(call, random));
    }

    private ObjectNode order(RandomGenerator random) {
        var models = material.models();
        return Json.object()
                .put(
                        "model",
                        models.get(random.nextInt(models.size())).path("id").asText())
                .put("prompt", InputMaker.one(random, "a gondola", "[sim:refused]", "[sim:polls=2]", "[sim:lost]"))
                .put("duration", "5s")
                .put("aspect_ratio", "16:9")
                .put("resolution", "720p");
    }

    private static FuzzInput request(String method, String target, byte[] body) {
        return FuzzInput.request("worlds", Answer.NO_SERVER_ERROR, method, target, JSON, body);
    }
}
