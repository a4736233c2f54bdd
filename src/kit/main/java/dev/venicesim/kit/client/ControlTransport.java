package dev.venicesim.kit.client;

import java.util.Optional;

/** Way by which calls of the control API reach a simulator: over HTTP, unless a simulator in this JVM gives another. */
public interface ControlTransport {

    /**
     * Makes a call and waits for what it is answered.
     *
     * @throws ControlException if nobody answers
     */
    Answer send(Call call);

    /**
     * A call.
     *
     * @param path below {@code /__sim}, with its query
     * @param token the admin token, if one is sent
     * @param type of the body; none without one
     */
    record Call(String method, String path, Optional<String> token, Optional<String> type, byte[] body) {

        /** Method and path for a message: the key in the path is a credential. */
        public String shown() {
            return method + " /__sim" + path.replaceFirst("^/worlds/[^/?]+", "/worlds/{id}");
        }
    }

    /** What a call is answered. */
    record Answer(int status, byte[] body) {}
}
