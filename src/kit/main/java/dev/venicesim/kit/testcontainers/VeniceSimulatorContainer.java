package dev.venicesim.kit.testcontainers;

import dev.venicesim.crypto.CertificateAuthority;
import dev.venicesim.kit.client.SimulatorClient;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.client.WorldSettings;
import dev.venicesim.tls.TlsIdentity;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.Slf4jLogConsumer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A container that runs the simulator. May be reused between runs, since every key is a world of its own. Jobs end
 * after two polls unless {@link #withSetting} says otherwise; the control API is open.
 */
public final class VeniceSimulatorContainer extends GenericContainer<VeniceSimulatorContainer> {

    /** The image without its tag, which is the simulator's version. */
    public static final DockerImageName IMAGE = DockerImageName.parse("venice-video-simulator");

    private static final int PORT = 8080;
    private static final String HEALTH = "/__sim/health";
    private static final String TLS = "VENICE_SIM_TLS";
    private static final String CA = "/tmp/venice-sim-ca.pem";

    /** A container of an image, such as {@code venice-video-simulator:0.1.0}. */
    public VeniceSimulatorContainer(String image) {
        this(DockerImageName.parse(image));
    }

    /**
     * A container of an image.
     *
     * @param image {@link #IMAGE} with a tag, or another that is declared {@code asCompatibleSubstituteFor} it
     * @throws IllegalStateException if it is neither
     */
    public VeniceSimulatorContainer(DockerImageName image) {
        super(image);
        image.assertCompatibleWith(IMAGE);
        withExposedPorts(PORT);
        withSetting("host", "0.0.0.0");
        withSetting("port", Integer.toString(PORT));
        withSetting("admin-token", "none");
        withSetting("job-time", "polls:2");
        waitingFor(Wait.forHttp(HEALTH).forPort(PORT));
        withLogConsumer(new Slf4jLogConsumer(LoggerFactory.getLogger("dev.venicesim.container")));
    }

    /** An option of {@code serve}, such as {@code balance} and {@code 5.00}. */
    public VeniceSimulatorContainer withSetting(String option, String value) {
        return withEnv("VENICE_SIM_" + option.replace('-', '_').toUpperCase(java.util.Locale.ROOT), value);
    }

    /**
     * HTTPS with a certificate that is made for this run, for {@code localhost}, {@code 127.0.0.1} and the host of the
     * setting {@code public-url}. {@link #sslContext} is what clients trust it with.
     */
    public VeniceSimulatorContainer withTls() {
        waitingFor(Wait.forHttps(HEALTH).forPort(PORT).allowInsecure());
        return withEnv(TLS, "generated").withEnv("VENICE_SIM_TLS_CA", CA);
    }

    /** The authority's certificate of a running container {@linkplain #withTls with TLS}, in PEM. */
    public String tlsCa() {
        return copyFileFromContainer(CA, file -> new String(file.readAllBytes(), StandardCharsets.US_ASCII));
    }

    /** What clients trust a running container {@linkplain #withTls with TLS} with. */
    public SSLContext sslContext() {
        return TlsIdentity.trusting(CertificateAuthority.fromPem(tlsCa()));
    }

    private boolean isEncrypted() {
        return getEnvMap().containsKey(TLS);
    }

    /** What clients on this machine take as their base URL; ends in {@code /api/v1}. */
    public String baseUrl() {
        return (isEncrypted() ? "https://" : "http://") + getHost() + ":" + getMappedPort(PORT) + "/api/v1";
    }

    /** The running simulator, to make worlds in. */
    public SimulatorClient client() {
        var client = SimulatorClient.of(baseUrl());
        return isEncrypted() ? client.trusting(sslContext()) : client;
    }

    /** A world of its own, with the container's settings. */
    public VeniceWorld world() {
        return client().newWorld();
    }

    /** A world of its own, with some settings of its own. */
    public VeniceWorld world(WorldSettings settings) {
        return client().newWorld(settings);
    }
}
