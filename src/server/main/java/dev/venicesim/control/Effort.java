package dev.venicesim.control;

import dev.venicesim.wire.Reply;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Effort of a call of the control API: whether the thread that reads requests can make it between two of them. */
enum Effort {
    /** The same however much there is. */
    SHORT {
        @Override
        ControlCall around(ControlCall call, Executor workers) {
            return call;
        }
    },
    /** Grows with what a world, the server or an edition holds, so that a worker makes it. */
    LONG {
        @Override
        ControlCall around(ControlCall call, Executor workers) {
            return (request, variables) -> new Reply.Later(CompletableFuture.supplyAsync(
                            () -> call.answer(request, variables).stage(request), workers)
                    .thenCompose(Function.identity()));
        }
    };

    private static final String WORLD = "/worlds/{id}";
    private static final String SELF = "/self";

    /** Every call that is long, by method and path below the root; one's own world is a world like others. */
    static final Set<String> LONG_CALLS = Set.of(
            "GET /worlds",
            "POST /worlds",
            "PUT /worlds",
            "GET /worlds/{id}",
            "PUT /worlds/{id}",
            "DELETE /worlds/{id}",
            "POST /worlds/{id}/reset",
            "GET /worlds/{id}/account",
            "PATCH /worlds/{id}/account",
            "POST /worlds/{id}/keys",
            "PATCH /worlds/{id}/clock",
            "GET /worlds/{id}/jobs",
            "GET /worlds/{id}/due",
            "GET /worlds/{id}/requests",
            "GET /worlds/{id}/requests/{n}",
            "GET /worlds/{id}/requests.har",
            "GET /worlds/{id}/findings",
            "GET /worlds/{id}/pact",
            "GET /worlds/{id}/snapshot",
            "GET /worlds/{id}/run",
            "GET /worlds/{id}/api.openapi.json",
            "PUT /worlds/{id}/scenario",
            "GET /worlds/{id}/consents",
            "DELETE /worlds/{id}/consents",
            "GET /api.openapi.json",
            "GET /costs",
            "GET /coverage",
            "GET /requests/{ray}",
            "PUT /faults",
            "DELETE /faults",
            "POST /pact/states",
            "POST /scenarios/reload");

    /** The call, made where it holds nobody up. */
    abstract ControlCall around(ControlCall call, Executor workers);

    /** The effort of a route, by its path below the root. */
    static Effort of(String method, String path) {
        var named = path.startsWith(SELF) ? WORLD + path.substring(SELF.length()) : path;
        return LONG_CALLS.contains(method + " " + named) ? LONG : SHORT;
    }
}
