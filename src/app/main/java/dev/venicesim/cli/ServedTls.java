package dev.venicesim.cli;

import dev.venicesim.crypto.CertificateAuthority;
import dev.venicesim.json.NamedFile;
import dev.venicesim.tls.TlsIdentity;
import dev.venicesim.tls.TlsSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option by which a command trusts a simulator that speaks TLS. */
final class ServedTls {

    /** Where {@code serve} writes the certificate of its authority unless told otherwise. */
    static final String CA_FILE = "venice-sim-ca.pem";

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "Certificate to trust, in PEM (default: what serve in this environment wrote or shows).")
    private @Nullable Path tlsCa;

    /**
     * What it is trusted with, if not as any other server.
     *
     * @throws CommandFailure naming setting, value and fix
     */
    Optional<SSLContext> in(Map<String, String> variables) {
        try {
            return found(variables);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misuse(e);
        }
    }

    private Optional<SSLContext> found(Map<String, String> variables) {
        var environment = new EnvironmentDefaults(variables);
        var source = environment.value("--tls");
        if (tlsCa != null) {
            return Optional.of(trusting(tlsCa));
        }
        if (source == null) {
            return Optional.empty();
        }
        var settings =
                new TlsSettings(source, Optional.ofNullable(environment.value("--tls-password")), Optional.empty());
        if (!settings.isGenerated()) {
            return Optional.of(TlsIdentity.ofFile(settings).pinned());
        }
        var file = environment.value("--tls-ca");
        return Optional.of(trusting(Path.of(file == null ? CA_FILE : file)));
    }

    private static SSLContext trusting(Path file) {
        var named = new NamedFile("tls-ca", file, "the file that serve --tls generated wrote");
        var text = named.text();
        return TlsIdentity.trusting(named.used(() -> CertificateAuthority.fromPem(text)));
    }
}
