package dev.venicesim;

import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.jobs.Pace;
import dev.venicesim.money.Usd;
import dev.venicesim.time.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a simulator is set up. Every option of {@code serve} has a method of the same name in the builder.
 *
 * @param listen where it listens and how it is reached
 * @param worlds what a world nobody declared is like, and how many are kept
 * @param files what it reads at the start
 * @param secrets what it signs links and guards its control API with
 * @param time where real time comes from
 */
public record SimulatorConfig(Listen listen, WorldDefaults worlds, Files files, Secrets secrets, TimeSource time) {

    /**
     * Where the simulator listens and how it is reached.
     *
     * @param host address to listen on
     * @param port 0 picks a free one
     * @param publicUrl scheme and authority clients reach it by, if their requests do not say
     * @param trustForwarded whether {@code X-Forwarded-*} headers are believed
     */
    public record Listen(String host, int port, Optional<String> publicUrl, boolean trustForwarded) {}

    /** What a world nobody declared is like, how many worlds are kept, and how many journal entries of each. */
    public record WorldDefaults(
            Edition edition,
            Optional<String> scenario,
            Pace jobTime,
            Usd balance,
            boolean limits,
            Quirks quirks,
            int maxWorlds,
            int journal) {}

    /** Files and folders read at the start: WireMock stubs, a saved catalogue, price rows. */
    public record Files(Optional<Path> stubs, Optional<Path> models, Optional<Path> prices) {}

    /** The key of download links and the token of the control API; random where absent. */
    public record Secrets(Optional<String> linkSecret, Optional<String> adminToken) {

        /** Keeps the values out of logs. */
        @Override
        public String toString() {
            return "Secrets(...)";
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The defaults of {@code serve}. */
    public static SimulatorConfig defaults() {
        return builder().build();
    }

    /** Collects settings; each method refuses a value that cannot work with an {@link IllegalArgumentException} that names the setting and the fix. */
    public static final class Builder {
        private String host = "127.0.0.1";
        private int port = 8080;
        private Optional<String> publicUrl = Optional.empty();
        private boolean trustForwarded;
        private Edition edition = Edition.E2026_06_17;
        private Optional<String> scenario = Optional.empty();
        private Pace jobTime = new Pace.Timed(Duration.ofSeconds(5));
        private Usd balance = Usd.ofCents(100_00);
        private boolean limits = true;
        private Quirks quirks = Quirks.defaults();
        private int maxWorlds = 10_000;
        private int journal = 1000;
        private Optional<Path> stubs = Optional.empty();
        private Optional<Path> models = Optional.empty();
        private Optional<Path> prices = Optional.empty();
        private Optional<String> linkSecret = Optional.empty();
        private Optional<String> adminToken = Optional.empty();
        private TimeSource time = TimeSource.system();

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

        public Builder edition(String value) {
            edition = Edition.find(value).orElseThrow(() -> refused("edition", value, "give " + Edition.choices()));
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

        /** A saved reply of the real {@code /models?type=video}. */
        public Builder models(Path value) {
            models = Optional.of(value);
            return this;
        }

        public Builder prices(Path value) {
            prices = Optional.of(value);
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

        /** Where state is kept; {@code memory} is the one there is. */
        public Builder store(String value) {
            require(value.equals("memory"), "store", value, "give memory");
            return this;
        }

        /** Where real time comes from; for tests of the simulator itself. */
        public Builder time(TimeSource value) {
            time = value;
            return this;
        }

        public SimulatorConfig build() {
            return new SimulatorConfig(
                    new Listen(host, port, publicUrl, trustForwarded),
                    new WorldDefaults(edition, scenario, jobTime, balance, limits, quirks, maxWorlds, journal),
                    new Files(stubs, models, prices),
                    new Secrets(linkSecret, adminToken),
                    time);
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
