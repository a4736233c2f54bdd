package dev.venicesim.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trust in one certificate, whatever name it is called by, and in what others trust. An extended manager is asked about
 * names as well, and for this certificate they do not matter.
 */
final class Pin extends X509ExtendedTrustManager {

    private final X509Certificate certificate;
    private final Optional<X509ExtendedTrustManager> others;

    Pin(X509Certificate certificate, Optional<X509ExtendedTrustManager> others) {
        this.certificate = certificate;
        this.others = others;
    }

    private boolean isShownBy(X509Certificate[] chain) {
        return chain.length > 0 && chain[0].equals(certificate);
    }

    private X509ExtendedTrustManager others() throws CertificateException {
        return others.orElseThrow(
                () -> new CertificateException("the server shows another certificate than the one in its settings"));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (!isShownBy(chain)) {
            others().checkServerTrusted(chain, type);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        if (!isShownBy(chain)) {
            others().checkServerTrusted(chain, type, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        if (!isShownBy(chain)) {
            others().checkServerTrusted(chain, type, engine);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (!isShownBy(chain)) {
            others().checkClientTrusted(chain, type);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        if (!isShownBy(chain)) {
            others().checkClientTrusted(chain, type, socket);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        if (!isShownBy(chain)) {
            others().checkClientTrusted(chain, type, engine);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {certificate};
    }
}
