package dev.venicesim.auth;

import dev.venicesim.api.AcceptedCredentials;
import java.util.List;

/**
 * Request as this stage reads it. Each list holds the values of one header, in the order sent, none if it was not sent.
 *
 * @param authorization {@code Authorization}
 * @param signIn {@code SIGN-IN-WITH-X}
 * @param legacySignIn {@code X-Sign-In-With-X}, read if the other is absent
 * @param accepts what the route takes
 * @param hosts as whom the caller may know this server, each a name with or without a port: that of the request, and
 *     that of the public URL
 */
public record AuthRequest(
        List<String> authorization,
        List<String> signIn,
        List<String> legacySignIn,
        AcceptedCredentials accepts,
        List<String> hosts) {

    public AuthRequest {
        authorization = List.copyOf(authorization);
        signIn = List.copyOf(signIn);
        legacySignIn = List.copyOf(legacySignIn);
        hosts = List.copyOf(hosts);
    }

    List<String> signIns() {
        return signIn.isEmpty() ? legacySignIn : signIn;
    }

    /** Without the headers, which are credentials. */
    @Override
    public String toString() {
        return "AuthRequest[accepts=" + accepts + ", hosts=" + hosts + "]";
    }
}
