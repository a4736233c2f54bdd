package dev.venicesim.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that earlier versions wrote. {@code format-1.sql} was made by the first version that had a store, and never
 * changes: a member of a record that is given another name has to be read under its old one too.
 */
class StoredFormatTest {

    private static final String KEY = "stored-key";

    @TempDir
    private Path folder;

    @Test
    void aFileOfFormat1IsReadAsItWasMeant() throws Exception {
        var file = folder.resolve("store");
        fill(file, "format-1.sql");
        try (var sim = Sim.start(config -> config.store("file:" + file))) {
            var world = sim.control().get("/worlds/" + KEY).json();
            assertThat(world.path("id").asText()).isEqualTo("f3ec00d6ec0c0263");
            assertThat(world.path("scenario").asText()).isEqualTo("provider-refuses");
            assertThat(world.path("jobTime").asText()).isEqualTo("40s");
            assertThat(world.path("quirks").toString()).isEqualTo("{\"complete\":\"400\"}");
            assertThat(world.path("clock").path("now").asText()).isEqualTo("2026-11-23T10:01:00Z");

            var account = sim.control().get("/worlds/" + KEY + "/account").json();
            assertThat(account.path("balanceUsd").asText()).isEqualTo("49.13");
            assertThat(account.path("ledger")).hasSize(4);
            assertThat(sim.control().get("/worlds/" + KEY + "/jobs").json().path("jobs"))
                    .hasSize(3);
            assertThat(sim.control().get("/worlds/" + KEY + "/consents").json().path("consents"))
                    .singleElement()
                    .satisfies(consent ->
                            assertThat(consent.path("version").asText()).isEqualTo("v2.0"));
            var link = sim.root()
                    .get(
                            "/v1/share/read/ARBmM2VjMDBkNmVjMGMwMjYzJDAxYTIwN2Q5LTIxMDAtN2ExMC04M2NhLWI5N2VlNmM2MzM1OCMh8mEo"
                                    + "WJIw7XcbRpYcV5UdKIVYGlR04krERvH5aMDr");
            assertThat(link.status()).as("the key of links is in the file").isEqualTo(200);
        }
    }

    private static void fill(Path file, String dump) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var line : text(dump).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("--")) {
                    statement.execute(line);
                }
            }
        }
    }

    private static String text(String name) throws IOException {
        try (var file = StoredFormatTest.class.getResourceAsStream("/dev/venicesim/store/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
