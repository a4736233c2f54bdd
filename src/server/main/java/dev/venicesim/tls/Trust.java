package dev.venicesim.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trust of clients in servers. */
final class Trust {

    private Trust() {}

    /** In whoever shows one of these certificates, or one that they signed, for the name that was called. */
    static SSLContext in(List<X509Certificate> authorities) {
        return context(manager(store(authorities)));
    }

    /** As {@link #in}, and in whom Java trusts by itself. */
    static SSLContext alsoIn(List<X509Certificate> authorities) {
        var ofJava = List.of(manager(null).getAcceptedIssuers());
        return in(Stream.concat(ofJava.stream(), authorities.stream()).toList());
    }

    /** In whoever shows this very certificate. */
    static SSLContext pinned(X509Certificate certificate) {
        return context(new Pin(certificate, Optional.empty()));
    }

    /** As {@link #pinned}, and in whom Java trusts by itself. */
    static SSLContext alsoPinned(X509Certificate certificate) {
        return context(new Pin(certificate, Optional.of(manager(null))));
    }

    private static KeyStore store(List<X509Certificate> authorities) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var authority : authorities) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the JDK cannot trust this certificate", e);
        }
    }

    /** A manager that trusts the authorities in a store; in Java's own without one. */
    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime judges certificates", e);
        }
    }

    private static SSLContext context(TrustManager manager) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has TLS", e);
        }
    }
}
