package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.WholeFile;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option that says where a command leaves its reports, if anywhere. */
final class ReportOption {

    @Option(names = "--report", paramLabel = "DIR", description = "Gets the command's reports, each as a file.")
    private @Nullable Path report;

    /** The folder, if one is given. */
    Optional<Path> folder() {
        return Optional.ofNullable(report);
    }

    /** Makes sure before the work begins that there is room and permission. */
    void prepare() {
        folder().ifPresent(WholeFile::prepare);
    }

    void write(String name, String text) {
        folder().ifPresent(folder -> WholeFile.write(folder.resolve(name), text));
    }

    void write(String name, JsonNode json) {
        write(name, new String(Json.bytes(json), StandardCharsets.UTF_8) + "\n");
    }
}
