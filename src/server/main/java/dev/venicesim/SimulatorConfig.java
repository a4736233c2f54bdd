package dev.venicesim;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.jobs.Pace;
import dev.venicesim.money.Usd;
import dev.venicesim.store.Durability;
import dev.venicesim.store.StoreLocation;
import dev.venicesim.time.TimeSource;
import dev.venicesim.tls.TlsSettings;
import dev.venicesim.wire.RequestTracer;
import dev.venicesim.world.IdGenerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Configuration of a simulator. Every option of {@code serve} has a method of the same name in the builder.
 *
 * @param listen where it listens and how it is reached
 * @param worlds what a world nobody declared is like, and how many are kept
 * @param files what it reads at the start
 * @param secrets what it signs links and guards its control API with
 * @param storage where its state is kept
 * @param time where real time comes from
 * @param ids where random ids come from
 * @param tracer who makes spans of requests; by the OpenTelemetry API where absent, if that is on the class path
 */
public record SimulatorConfig(
        Listen listen,
        WorldDefaults worlds,
        Files files,
        Secrets secrets,
        Storage storage,
        TimeSource time,
        IdGenerator ids,
        Optional<RequestTracer> tracer) {

    /**
     * Where the simulator listens and how it is reached.
     *
     * @param host address to listen on
     * @param port 0 picks a free one
     * @param publicUrl scheme and authority clients reach it by, if their requests do not say
     * @param trustForwarded whether {@code X-Forwarded-*} headers are believed
     * @param bodyTime how long a request's body may take to arrive; one that waits for memory gets half of it
     * @param tls how it proves to be itself; plain HTTP where absent
     */
    public record Listen(
            String host,
            int port,
            Optional<String> publicUrl,
            boolean trustForwarded,
            Duration bodyTime,
            Optional<TlsSettings> tls) {}

    /** What a world nobody declared is like, how many worlds are kept, and how many journal entries of each. */
    public record WorldDefaults(
            ApiEdition edition,
            Optional<String> scenario,
            Pace jobTime,
            Usd balance,
            boolean limits,
            QuirkSettings quirks,
            int maxWorlds,
            int journal) {}

    /** Files and folders read at the start: WireMock stubs, a saved catalogue, price rows, worlds to declare. */
    public record Files(Optional<Path> stubs, Optional<Path> models, Optional<Path> prices, Optional<Path> worlds) {}

    /**
     * The key of download links and the tokens of the control API.
     *
     * @param linkSecret random where absent
     * @param adminToken random where absent and needed
     * @param viewerToken the token that reads and never changes anything; none where absent
     */
    public record Secrets(Optional<String> linkSecret, Optional<String> adminToken, Optional<String> viewerToken) {

        /** Keeps the values out of logs. */
        @Override
        public String toString() {
            return "Secrets(...)";
        }
    }

    /** Where state is kept, and what a reply promises of it. */
    public record Storage(StoreLocation store, Durability durability) {}

    public static Builder builder() {
        return new Builder();
    }

    /** The defaults of {@code serve}. */
    public static SimulatorConfig defaults() {
        return builder().build();
    }

    /**
     * Collects settings; each method refuses a value that cannot work with an {@link IllegalArgumentException} that
     * names the setting and the fix.
     */
    public static final class Builder {
        private String host = Defaults.HOST;
        private int port = Defaults.PORT;
        private Optional<String> publicUrl = Optional.empty();
        private boolean trustForwarded;
        private Duration bodyTime = Duration.ofMinutes(1);
        private Optional<String> tls = Optional.empty();
        private Optional<String> tlsPassword = Optional.empty();
        private Optional<Path> tlsCa = Optional.empty();
        private ApiEdition edition = ApiEdition.of(Defaults.EDITION);
        private Optional<String> scenario = Optional.empty();
        private Pace jobTime = Pace.parse(Defaults.JOB_TIME);
        private Usd balance = Usd.parse(Defaults.BALANCE_USD);
        private boolean limits = Defaults.LIMITS;
        private QuirkSettings quirks = QuirkSettings.defaults();
        private int maxWorlds = Defaults.MAX_WORLDS;
        private int journal = Defaults.JOURNAL;
        private Optional<Path> stubs = Optional.empty();
        private Optional<Path> models = Optional.empty();
        private Optional<Path> prices = Optional.empty();
        private Optional<Path> worlds = Optional.empty();
        private Optional<String> linkSecret = Optional.empty();
        private Optional<String> adminToken = Optional.empty();
        private Optional<String> viewerToken = Optional.empty();
        private StoreLocation store = new StoreLocation.Memory();
        private Durability durability = Durability.PROCESS;
        private TimeSource time = TimeSource.system();
        private IdGenerator ids = new IdGenerator();
        private Optional<RequestTracer> tracer = Optional.empty();

        private Builder() {}

        public Builder host(String value) {
            require(!value.isBlank(), "host", value, "give an address to listen on, such as 127.0.0.1");
            host = value;
            return this;
        }

        public Builder port(int value) {
            require(value >= 0 && value <= 65_535, "port", value, "give 0 to 65535; 0 picks a free port");
            port = value;
            return this;
        }

        /** Scheme and authority that clients reach the simulator by, such as {@code https://sim.staging.example}. */
        public Builder publicUrl(String value) {
            require(
                    value.matches("https?://[^/?#\\s]+/?"),
                    "public-url",
                    value,
                    "give scheme and host, such as https://sim.staging.example");
            publicUrl = Optional.of(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            return this;
        }

        public Builder trustForwarded(boolean value) {
            trustForwarded = value;
            return this;
        }

        /**
         * How long a request's body may take to arrive, a minute unless set; one that waits for memory gets half of it
         * before 503.
         */
        public Builder bodyTime(Duration value) {
            require(
                    value.compareTo(Duration.ofMillis(2)) >= 0 && value.compareTo(Duration.ofDays(1)) <= 0,
                    "body-time",
                    value,
                    "give 2ms to 24h");
            bodyTime = value;
            return this;
        }

        /**
         * HTTPS, and HTTP/2 by ALPN: {@code generated} makes a certificate for this run, which needs Bouncy Castle on the
         * class path; else the path of a PKCS12 file with a private key and its certificate.
         */
        public Builder tls(String value) {
            require(!value.isBlank(), "tls", "(empty)", "give generated, or a PKCS12 file");
            tls = Optional.of(value);
            return this;
        }

        /** What opens the PKCS12 file; an empty password where absent. */
        public Builder tlsPassword(String value) {
            tlsPassword = Optional.of(value);
            return this;
        }

        /** Where the certificate of the authority is written that signed a generated one; nowhere unless set. */
        public Builder tlsCa(Path value) {
            tlsCa = Optional.of(value);
            return this;
        }

        public Builder edition(String value) {
            edition =
                    ApiEdition.find(value).orElseThrow(() -> refused("edition", value, "give " + ApiEdition.choices()));
            return this;
        }

        /** The name of a ready-made scenario, or the path of a scenario file. */
        public Builder scenario(String value) {
            scenario = Optional.of(value);
            return this;
        }

        /** {@code realistic}, a duration such as {@code 5s}, or {@code polls:N}. */
        public Builder jobTime(String value) {
            try {
                jobTime = Pace.parse(value);
            } catch (IllegalArgumentException e) {
                throw refused("job-time", value, "give realistic, a duration such as 5s, or polls:2", e);
            }
            return this;
        }

        /** USD that the account of a new API key opens with. */
        public Builder balance(String usd) {
            try {
                balance = Usd.parse(usd);
            } catch (IllegalArgumentException e) {
                throw refused("balance", usd, "give dollars, such as 100.00", e);
            }
            require(!balance.isNegative(), "balance", usd, "give 0 or more dollars");
            return this;
        }

        public Builder limits(boolean value) {
            limits = value;
            return this;
        }

        public Builder quirk(String name, String value) {
            try {
                quirks = quirks.with(name, value);
            } catch (IllegalArgumentException e) {
                throw refused("quirk", name + "=" + value, String.valueOf(e.getMessage()), e);
            }
            return this;
        }

        public Builder maxWorlds(int value) {
            require(value >= 1, "max-worlds", value, "give 1 or more");
            maxWorlds = value;
            return this;
        }

        /** Journal entries kept per world. */
        public Builder journal(int value) {
            require(value >= 0 && value <= 1_000_000, "journal", value, "give 0 to 1000000");
            journal = value;
            return this;
        }

        /** A WireMock root with {@code mappings} and {@code __files}. */
        public Builder stubs(Path value) {
            stubs = Optional.of(value);
            return this;
        }

        /**
         * A saved reply of the real {@code /models?type=video}, or the name of a models file that ships:
         * {@code topaz-suite}, {@code later}.
         */
        public Builder models(Path value) {
            models = Optional.of(value);
            return this;
        }

        public Builder prices(Path value) {
            prices = Optional.of(value);
            return this;
        }

        /** A YAML or JSON file with the worlds to declare at the start, under {@code worlds}. */
        public Builder worlds(Path value) {
            worlds = Optional.of(value);
            return this;
        }

        /** What download links are signed with; links stay good over a restart with the same secret. */
        public Builder linkSecret(String value) {
            require(value.length() >= 16, "link-secret", "(hidden)", "give at least 16 characters");
            linkSecret = Optional.of(value);
            return this;
        }

        /** The bearer token of the control API on a host that is not loopback; {@code none} opens it on purpose. */
        public Builder adminToken(String value) {
            require(!value.isBlank(), "admin-token", "(empty)", "give a token, or none to open the control API");
            adminToken = Optional.of(value);
            return this;
        }

        /** A second token of the control API, which reads and never changes anything. */
        public Builder viewerToken(String value) {
            require(
                    !value.isBlank() && !value.equals("none"),
                    "viewer-token",
                    value.isBlank() ? "(empty)" : value,
                    "give a token; without one only the admin token reads");
            viewerToken = Optional.of(value);
            return this;
        }

        /**
         * Where state is kept: {@code memory}; {@code file:PATH}, which one process owns; or
         * {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE}, which several share.
         */
        public Builder store(String value) {
            try {
                store = StoreLocation.parse(value);
            } catch (IllegalArgumentException e) {
                throw refused("store", StoreLocation.shown(value), String.valueOf(e.getMessage()), e);
            }
            return this;
        }

        /** What a reply promises of a store in a file: that it survives the {@code process}, or a loss of {@code power}. */
        public Builder durability(String value) {
            durability = Arrays.stream(Durability.values())
                    .filter(known -> known.name().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> refused("durability", value, "give process or power"));
            return this;
        }

        /** Where real time comes from; for tests of the simulator itself. */
        public Builder time(TimeSource value) {
            time = value;
            return this;
        }

        /** Where random ids come from; for runs that are played again. */
        public Builder ids(IdGenerator value) {
            ids = value;
            return this;
        }

        /**
         * Who makes a span of each request: {@code OpenTelemetryTracer.of(...)}, or {@code RequestTracer.NONE}. Unless it
         * is set, the global OpenTelemetry of the JVM does, if there is one.
         */
        public Builder tracer(RequestTracer value) {
            tracer = Optional.of(value);
            return this;
        }

        public SimulatorConfig build() {
            require(
                    viewerToken.isEmpty() || !viewerToken.equals(adminToken),
                    "viewer-token",
                    "(hidden)",
                    "give another token than the admin token, which may do everything");
            return new SimulatorConfig(
                    new Listen(host, port, publicUrl, trustForwarded, bodyTime, tlsSettings()),
                    new WorldDefaults(edition, scenario, jobTime, balance, limits, quirks, maxWorlds, journal),
                    new Files(stubs, models, prices, worlds),
                    new Secrets(linkSecret, adminToken, viewerToken),
                    new Storage(store, durability),
                    time,
                    ids,
                    tracer);
        }

        private Optional<TlsSettings> tlsSettings() {
            require(
                    tlsPassword.isEmpty() || tls.isPresent(),
                    "tls-password",
                    "(hidden)",
                    "give a PKCS12 file as tls, or leave the password out");
            return tls.map(source -> new TlsSettings(source, tlsPassword, tlsCa));
        }

        private static void require(boolean holds, String setting, Object value, String fix) {
            if (!holds) {
                throw refused(setting, value, fix);
            }
        }

        private static IllegalArgumentException refused(String setting, Object value, String fix) {
            return new IllegalArgumentException(setting + " cannot be \"" + value + "\": " + fix);
        }

        private static IllegalArgumentException refused(String setting, Object value, String fix, Throwable cause) {
            return new IllegalArgumentException(setting + " cannot be \"" + value + "\": " + fix, cause);
        }
    }
}
