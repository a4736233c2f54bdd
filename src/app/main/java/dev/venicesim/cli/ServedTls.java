package dev.venicesim.cli;

import dev.venicesim.contract.http.ServerTrust;
import dev.venicesim.crypto.CertificateAuthority;
import dev.venicesim.json.NamedFile;
import dev.venicesim.tls.TlsIdentity;
import dev.venicesim.tls.TlsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option by which a command trusts a simulator that speaks TLS, beside whom Java trusts. */
final class ServedTls {

    /** Where {@code serve} writes the certificate of its authority unless told otherwise. */
    static final String CA_FILE = "venice-sim-ca.pem";

    private static final String FIX = "give the certificate of its authority as --tls-ca FILE or VENICE_SIM_TLS_CA";

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "Certificate to trust as well, in PEM (default: VENICE_SIM_TLS_CA, or what serve in this"
                    + " environment wrote or shows).")
    private @Nullable Path tlsCa;

    /**
     * What a server at this address is trusted with.
     *
     * @throws CommandFailure naming setting, value and fix
     */
    ServerTrust at(String url, Map<String, String> variables) {
        try {
            if (tlsCa != null) {
                return trusting(tlsCa);
            }
            return url.toLowerCase(Locale.ROOT).startsWith("https:") ? ofServe(variables) : nobodyElse();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misuse(e);
        }
    }

    private static ServerTrust ofServe(Map<String, String> variables) {
        var environment = new EnvironmentDefaults(variables);
        var source = environment.value("--tls");
        if (source != null && !source.equals(TlsSettings.GENERATED)) {
            var password = Optional.ofNullable(environment.value("--tls-password"));
            var shown = TlsIdentity.ofFile(new TlsSettings(source, password, Optional.empty()));
            return new ServerTrust(Optional.of(shown.alsoPinned()), FIX);
        }
        var file = environment.value("--tls-ca");
        if (file != null) {
            return trusting(Path.of(file));
        }
        return source != null && Files.exists(Path.of(CA_FILE)) ? trusting(Path.of(CA_FILE)) : nobodyElse();
    }

    private static ServerTrust trusting(Path file) {
        var named = new NamedFile("tls-ca", file, "the file that serve --tls generated wrote");
        var text = named.text();
        var authority = named.used(() -> CertificateAuthority.fromPem(text));
        var other = "the authority in " + file + " is another one, as each start of serve --tls generated makes one; ";
        return new ServerTrust(Optional.of(TlsIdentity.alsoTrusting(authority)), other + FIX);
    }

    private static ServerTrust nobodyElse() {
        return new ServerTrust(Optional.empty(), FIX);
    }
}
