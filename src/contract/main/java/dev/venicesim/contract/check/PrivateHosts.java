package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Bodies about one model whose media lie where nobody but the machine itself, or its network, can reach them. */
final class PrivateHosts {

    /** Hosts of each network that is not public, and the ends of those whose size is easily mistaken. */
    private static final List<String> HOSTS = List.of(
            "127.0.0.1",
            "172.16.0.9",
            "192.168.1.9",
            "localhost",
            "10.0.0.9",
            "169.254.169.254",
            "172.31.255.9:8080",
            "[::1]",
            "0.0.0.0",
            "127.9.9.9");

    private PrivateHosts() {}

    /** All media of the first at one host, for each host. */
    static List<ObjectNode> everyHost(Model model, JsonNode properties) {
        return HOSTS.stream()
                .map(host -> body(model, properties, List.of(host)))
                .filter(body -> body.size() > 1)
                .toList();
    }

    /** Each medium at a host of its own, and at another in the next body. */
    static List<ObjectNode> inTurn(Model model, JsonNode properties) {
        var bodies = new ArrayList<ObjectNode>();
        for (var first = 0; first < 2; first++) {
            var hosts = new ArrayList<>(HOSTS.subList(2 * first, HOSTS.size()));
            hosts.addAll(HOSTS.subList(0, 2 * first));
            bodies.add(body(model, properties, hosts));
        }
        return bodies.stream().filter(body -> body.size() > 1).toList();
    }

    private static ObjectNode body(Model model, JsonNode properties, List<String> hosts) {
        var body = Json.object().put("model", model.id());
        var next = 0;
        for (var field : MediaSamples.fields(model, properties)) {
            body.set(
                    field.field(),
                    MediaSamples.atHost(MediaSamples.value(field, properties), hosts.get(next++ % hosts.size())));
        }
        return body;
    }
}
