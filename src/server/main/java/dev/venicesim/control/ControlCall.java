package dev.venicesim.control;

import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import java.util.Map;

/** One call of the control API. Refuses by throwing a {@link ProblemException}. */
@FunctionalInterface
interface ControlCall {

    Reply answer(Request request, Map<String, String> variables);
}
