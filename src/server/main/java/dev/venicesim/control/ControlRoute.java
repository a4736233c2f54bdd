package dev.venicesim.control;

import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.util.Map;

/**
 * Route of the control API: what answers, and what it asks of a caller.
 *
 * @param right what the caller has to be allowed
 * @param body how a body has to be declared, if there is one
 * @param call what answers
 */
record ControlRoute(Right right, BodyKind body, ControlCall call) {

    Reply answer(Request request, Map<String, String> variables) {
        return call.answer(request, variables);
    }
}
