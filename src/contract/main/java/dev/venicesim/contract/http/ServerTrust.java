package dev.venicesim.contract.http;

import java.net.http.HttpClient;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Trust in servers by their certificates.
 *
 * @param context what trusts them, if not what Java does by itself
 * @param remedy how its user makes it trust one more
 */
public record ServerTrust(Optional<SSLContext> context, String remedy) {

    /** That of any Java program. */
    public static ServerTrust ofJava() {
        return new ServerTrust(
                Optional.empty(),
                "give the target a context that trusts its authority, or put that into the trust store of Java");
    }

    /** A client that has it. */
    public HttpClient.Builder client() {
        var builder = HttpClient.newBuilder();
        context.ifPresent(builder::sslContext);
        return builder;
    }

    /** Why no answer came, in words that say what to look at. */
    public String inWords(Exception failure) {
        return ConnectionFailures.inWords(failure, remedy);
    }
}
