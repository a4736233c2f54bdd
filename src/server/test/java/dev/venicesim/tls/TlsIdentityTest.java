package dev.venicesim.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.crypto.CertificateAuthority;
import dev.venicesim.crypto.HostNaming;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a certificate is said at the start, in one line. */
class TlsIdentityTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final ServedNames LOCAL = ServedNames.of("127.0.0.1", Optional.empty());

    private final Path folder;

    TlsIdentityTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static TlsSettings settings(Object source, String password) {
        return new TlsSettings(source.toString(), Optional.of(password), Optional.empty());
    }

    private static void refuses(TlsSettings settings, ServedNames names, String line) {
        assertThatThrownBy(() -> TlsIdentity.of(settings, names, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(line);
    }

    @Test
    void takesAFileWhoseCertificateIsForTheHost() throws Exception {
        var file = KeyStores.of(folder.resolve("a.p12"), NOW, "127.0.0.1");
        assertThat(TlsIdentity.of(settings(file, KeyStores.PASSWORD), LOCAL, NOW)
                        .context())
                .isNotNull();
    }

    @Test
    void takesAFileForThePublicHostOrForAnyWhereNothingSaysWhatClientsCall() throws Exception {
        var file = settings(KeyStores.of(folder.resolve("a.p12"), NOW, "*.venice.ai"), KeyStores.PASSWORD);
        var open = ServedNames.of("127.0.0.1", Optional.of("https://api.venice.ai"));
        assertThat(TlsIdentity.of(file, open, NOW)).isNotNull();
        assertThat(TlsIdentity.of(file, ServedNames.of("0.0.0.0", Optional.empty()), NOW))
                .isNotNull();
    }

    @Test
    void refusesACertificateForAnotherHost() throws Exception {
        var file = KeyStores.of(folder.resolve("a.p12"), NOW, "sim.example", "10.0.0.1");
        refuses(
                settings(file, KeyStores.PASSWORD),
                ServedNames.of("127.0.0.1", Optional.of("https://api.venice.ai")),
                "tls cannot be \"" + file + "\": its certificate is for sim.example, 10.0.0.1, and clients call"
                        + " api.venice.ai or 127.0.0.1; give a certificate for that host, or the host they call as"
                        + " public-url");
    }

    @Test
    void refusesACertificateThatHasExpired() throws Exception {
        var file = KeyStores.of(folder.resolve("a.p12"), NOW.minus(Duration.ofDays(500)), "127.0.0.1");
        refuses(
                settings(file, KeyStores.PASSWORD),
                LOCAL,
                "tls cannot be \"" + file + "\": its certificate has expired on 2026-08-17T12:00:00Z; give one that is"
                        + " valid");
    }

    @Test
    void refusesAWrongPasswordAndNone() throws Exception {
        var file = KeyStores.of(folder.resolve("a.p12"), NOW, "127.0.0.1");
        refuses(
                settings(file, "wrong"),
                LOCAL,
                "tls-password cannot be \"(hidden)\": it does not open " + file + "; give that file's password");
        refuses(
                new TlsSettings(file.toString(), Optional.empty(), Optional.empty()),
                LOCAL,
                "tls-password cannot be \"(none)\": it does not open " + file + "; give that file's password");
    }

    @Test
    void refusesWhatIsNoPkcs12FileWithAKey() throws Exception {
        var fix = "; give generated, or a PKCS12 file with a private key and its certificate, as openssl pkcs12 -export"
                + " makes one";
        var absent = folder.resolve("absent.p12");
        refuses(settings(absent, "x"), LOCAL, "tls cannot be \"" + absent + "\": there is no such file" + fix);
        refuses(settings(folder, "x"), LOCAL, "tls cannot be \"" + folder + "\": it is a directory" + fix);
        var text = Files.writeString(folder.resolve("notes.txt"), "my notes");
        refuses(settings(text, "x"), LOCAL, "tls cannot be \"" + text + "\": it is no PKCS12 file" + fix);
        var bare = KeyStores.withoutKey(folder.resolve("bare.p12"), NOW);
        refuses(
                settings(bare, KeyStores.PASSWORD),
                LOCAL,
                "tls cannot be \"" + bare + "\": it holds no private key" + fix);
    }

    @Test
    void writesTheAuthorityOfAGeneratedOneAndSaysWhenItCannot() throws Exception {
        var file = folder.resolve("ca.pem");
        var settings = new TlsSettings("generated", Optional.empty(), Optional.of(file));
        assertThat(TlsIdentity.of(settings, LOCAL, NOW).caFile()).contains(file);
        assertThat(CertificateAuthority.fromPem(Files.readString(file)).getBasicConstraints())
                .isZero();
        var nowhere = folder.resolve("nowhere").resolve("ca.pem");
        refuses(
                new TlsSettings("generated", Optional.empty(), Optional.of(nowhere)),
                LOCAL,
                "tls-ca cannot be \"" + nowhere + "\": it cannot be written (NoSuchFileException); give a file in a"
                        + " folder that can be written");
    }

    @Test
    void aGeneratedOneIsForEveryNameThatClientsCall() {
        var names = ServedNames.of("192.0.2.7", Optional.of("https://sim.example:8443"));
        assertThat(names.all()).containsExactly("sim.example", "192.0.2.7", "localhost", "127.0.0.1", "::1");
        assertThat(ServedNames.of("0.0.0.0", Optional.empty()).given()).isEmpty();
        assertThat(ServedNames.of("[::1]", Optional.empty()).given()).containsExactly("::1");
        assertThat(HostNaming.isAddress("sim.example")).isFalse();
    }

    @Test
    void keepsThePasswordToItself() {
        assertThat(settings("a.p12", "secret")).hasToString("TlsSettings(a.p12)");
    }
}
