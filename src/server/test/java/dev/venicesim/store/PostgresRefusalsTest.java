package dev.venicesim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.venicesim.acceptance.store.PostgresCluster;
import dev.venicesim.acceptance.store.WithPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a database that cannot be had: setting, value without its password, and fix. */
@ExtendWith(WithPostgres.class)
class PostgresRefusalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:p@h",
                "postgresql://u:p@h/",
                "postgresql://h/db",
                "postgresql://u:p@h:port/db",
                "postgresql://u:p@/db",
                "postgresql://u:a b@h/db",
                "postgresql://u:p@h/db/more"
            })
    void anAddressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> StoreLocation.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("give a database as postgresql://USER:PASSWORD@HOST:PORT/DATABASE");
    }

    @Test
    void anAddressIsReadAsPostgresqlsOwnClientsReadIt() {
        var address = PostgresAddress.parse("postgresql://us%40er:p%2Fw+%3A@[::1]:6000/d-b?sslmode=require");
        assertThat(address.user()).isEqualTo("us@er");
        assertThat(address.password()).isEqualTo("p/w+:");
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]:6000/");
        assertThat(address.database()).isEqualTo("d-b");
        assertThat(address.properties()).containsEntry("sslmode", "require");
        assertThat(PostgresAddress.parse("postgresql://u@h/d").port()).isEqualTo(5432);
        assertThat(StoreLocation.parse("postgresql://u:secret@h/d").text()).isEqualTo("postgresql://u:****@h:5432/d");
        assertThat(address.toString()).doesNotContain("p/w");
        assertThatThrownBy(() -> PostgresAddress.parse("postgresql://u@h/d?prepareThreshold=1"))
                .hasMessageContaining("so not \"prepareThreshold\"");
    }

    @Test
    void behindAPoolerTheDatabaseItselfMayBeNamed() {
        var pooled = PostgresAddress.parse("postgresql://u@pooler:6432/d?direct=db.internal:5433&sslmode=require");
        assertThat(pooled.jdbcUrl()).isEqualTo("jdbc:postgresql://pooler:6432/");
        assertThat(pooled.directJdbcUrl()).isEqualTo("jdbc:postgresql://db.internal:5433/");
        assertThat(pooled.properties()).containsEntry("sslmode", "require").doesNotContainKey("direct");
        assertThat(PostgresAddress.parse("postgresql://u@h/d").directJdbcUrl()).isEqualTo("jdbc:postgresql://h:5432/");
        for (var wrong : new String[] {"db", "db:", ":5432", "u@db:5432", "db:5432/other"}) {
            assertThatThrownBy(() -> PostgresAddress.parse("postgresql://u@pooler/d?direct=" + wrong))
                    .hasMessage("give direct as HOST:PORT, so not \"" + wrong + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wrong password | the user or the password is wrong",
                "no database | the server has no such database; make it with CREATE DATABASE",
                "nobody listens | nobody answers there; start the server",
                "no rights | the user may not make or change tables there",
                "later version | it was written by a later version of the simulator (format 2, this one reads 1)",
            })
    void whatIsWrongIsSaidWithTheFix(String what, String says, PostgresCluster cluster) throws Exception {
        var address = address(what, cluster);
        var refused = catchThrowable(() -> StoreLocation.parse(address).open(Durability.PROCESS));
        assertThat(refused)
                .isInstanceOf(CannotOpenStoreException.class)
                .hasMessageStartingWith("store cannot be \"postgresql://")
                .hasMessageContaining(":****@127.0.0.1:")
                .hasMessageContaining(says);
        assertThat(String.valueOf(refused.getMessage()).lines()).hasSize(1);
        var trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(cluster.password());
    }

    private static String address(String what, PostgresCluster cluster) {
        var mine = cluster.newDatabase();
        switch (what) {
            case "wrong password" -> {
                return mine.replace(cluster.password(), "not-it");
            }
            case "no database" -> {
                return cluster.address("nowhere");
            }
            case "nobody listens" -> {
                return mine.replace(":" + cluster.port() + "/", ":1/");
            }
            case "no rights" -> {
                cluster.execute("postgres", "DROP ROLE IF EXISTS poor");
                cluster.execute("postgres", "CREATE ROLE poor LOGIN PASSWORD '" + cluster.password() + "'");
                cluster.execute(
                        mine.substring(mine.lastIndexOf('/') + 1), "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
                return mine.replace("//sim:", "//poor:");
            }
            default -> {
                StoreLocation.parse(mine).open(Durability.PROCESS).close();
                cluster.execute(mine.substring(mine.lastIndexOf('/') + 1), "UPDATE venice_sim_format SET version = 2");
                return mine;
            }
        }
    }

    @Test
    void anOldServerIsNamed() {
        var failures = new PostgresFailures(PostgresAddress.parse("postgresql://u:secret@h/d"));
        assertThat(failures.oldServer(9, 12))
                .hasMessage("store cannot be \"postgresql://u:****@h:5432/d\": the server is PostgreSQL 9; run one of"
                        + " version 12 or later");
    }

    @Test
    void aDriverThatIsMissingIsNamed() throws ReflectiveOperationException {
        var opens = WithoutPostgres.class.getName();
        assertThat(said(opens, "org.postgresql")).contains("add org.postgresql:postgresql");
    }

    /** The class is another than this test's own, so it is only known by what the JDK calls it. */
    @SuppressWarnings("unchecked")
    private static String said(String probe, String hidden) throws ReflectiveOperationException {
        var told = (java.util.function.Supplier<String>) new dev.venicesim.crypto.HidingClassLoader(hidden)
                .loadClass(probe)
                .asSubclass(java.util.function.Supplier.class)
                .getDeclaredConstructor()
                .newInstance();
        return told.get();
    }
}
