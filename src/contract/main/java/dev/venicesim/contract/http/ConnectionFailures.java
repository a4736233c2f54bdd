package dev.venicesim.contract.http;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import javax.net.ssl.SSLException;

/** Reasons why no answer came, in words that say what to look at. */
final class ConnectionFailures {

    private static final int DEEPEST = 10;

    private ConnectionFailures() {}

    /**
     * Words for a failure.
     *
     * @param remedy what helps against an authority that is not trusted
     */
    static String inWords(Exception failure, String remedy) {
        var deepest = "";
        Throwable cause = failure;
        for (var depth = 0; depth < DEEPEST && cause != null; depth++) {
            var known = known(cause, remedy);
            deepest = known.isEmpty() ? deepest : known;
            cause = cause.getCause();
        }
        if (!deepest.isEmpty()) {
            return deepest;
        }
        return failure instanceof SSLException ? "TLS does not come about (" + text(failure) + ")" : text(failure);
    }

    /** What became of a request to a target that had answered before. */
    static TargetFailure.Kind kind(boolean isElsewhere, Exception failure) {
        return isElsewhere && isNobodyThere(failure) ? TargetFailure.Kind.DEAD_LINK : TargetFailure.Kind.NO_REPLY;
    }

    /** Whether nobody was reached at all, as against one who gave no whole answer. */
    private static boolean isNobodyThere(Exception failure) {
        Throwable cause = failure;
        for (var depth = 0; depth < DEEPEST && cause != null; depth++) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof IllegalArgumentException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String known(Throwable cause, String remedy) {
        if (cause instanceof CertificateExpiredException) {
            return "its TLS certificate has expired (" + text(cause) + ")";
        }
        if (cause instanceof CertificateNotYetValidException) {
            return "its TLS certificate is not valid yet (" + text(cause) + ")";
        }
        if (cause instanceof CertPathBuilderException || isOfAnotherAuthority(cause)) {
            return "its TLS certificate is signed by nobody this machine trusts; " + remedy;
        }
        if (cause instanceof CertificateException && text(cause).startsWith("No ")) {
            return "its TLS certificate is for another host (" + text(cause) + ")";
        }
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return "no such host";
        }
        return cause instanceof ConnectException ? "nothing listens there" : "";
    }

    /** An authority of the same name, with another key. */
    private static boolean isOfAnotherAuthority(Throwable cause) {
        return cause instanceof CertPathValidatorException invalid && invalid.getReason() == PKIXReason.NO_TRUST_ANCHOR;
    }

    private static String text(Throwable failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.replaceAll("\\s*\\R\\s*", " ");
    }
}
