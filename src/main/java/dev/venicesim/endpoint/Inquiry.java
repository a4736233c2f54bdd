package dev.venicesim.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.jobs.Job;
import dev.venicesim.scenario.Asked;
import dev.venicesim.scenario.Endpoint;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.World;
import java.io.IOException;
import java.util.Optional;

/** What a scenario's rules can look at in a request that nobody has judged yet; a body that cannot be read shows nothing. */
final class Inquiry {

    private Inquiry() {}

    /** The name rules know a route by; empty for what no rule can name. */
    static Optional<Endpoint> endpoint(Route route) {
        return Endpoint.find(route.name());
    }

    /**
     * What is asked.
     *
     * @param inside whether some rule looks at model or prompt; reading them costs a parse of the body
     */
    static Asked of(Endpoint endpoint, Request request, World world, boolean inside) {
        if (!inside || request.body().length == 0) {
            return new Asked(endpoint, "", "");
        }
        try {
            var body = request.json().root();
            var job = Optional.of(body.path("queue_id").asText())
                    .filter(id -> !id.isEmpty())
                    .flatMap(id -> world.find(Kinds.JOB, id));
            return job.map(known -> of(endpoint, known)).orElseGet(() -> of(endpoint, body));
        } catch (IOException e) {
            return new Asked(endpoint, "", "");
        }
    }

    static Asked of(Endpoint endpoint, Job job) {
        return new Asked(endpoint, job.order().model(), job.order().prompt());
    }

    private static Asked of(Endpoint endpoint, JsonNode body) {
        return new Asked(
                endpoint, body.path("model").asText(), body.path("prompt").asText());
    }
}
