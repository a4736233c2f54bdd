package dev.venicesim.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTimelineTest {

    private final Map<String, Supplier<String>> texts = new LinkedHashMap<>();

    private void version(String name, String version, Consumer<ObjectNode> change) {
        var made = MadeOpenApi.of(TestEditions.JUNE);
        made.withObject("/info").put("version", version);
        change.accept(made);
        var text = new String(Json.bytes(made), StandardCharsets.UTF_8);
        texts.put(name, () -> text);
    }

    private DriftTimeline timeline() {
        return DriftTimeline.of("api", texts);
    }

    @Test
    void tellsWhatChangedFromEachVersionToTheNext() {
        version("b.json", "20260101.1", file -> {});
        version(
                "a.json",
                "20260201.2",
                file -> file.withObject("/components/schemas/queue_request_Schema/properties/prompt")
                        .put("maxLength", 900));
        version("c.json", "20260201.10", file -> {});
        assertThat(timeline().lines())
                .containsExactly(
                        "api: 3 versions by info.version; 2 of 2 steps changed the API",
                        "",
                        "20260101.1 (b.json) -> 20260201.2 (a.json): 1 point: 1 breaking, 0 notable, 0 harmless",
                        "breaking  queue_request_Schema prompt: maxLength 10000 became 900",
                        "",
                        "20260201.2 (a.json) -> 20260201.10 (c.json): 1 point: 0 breaking, 0 notable, 1 harmless",
                        "harmless  queue_request_Schema prompt: maxLength 900 became 10000");
        assertThat(timeline().agrees()).isFalse();
        assertThat(timeline().counts()).containsEntry("breaking", 1L).containsEntry("harmless", 1L);
    }

    @ParameterizedTest
    @CsvSource({"1.0,1.0", "'',2", "v1,v2"})
    void versionsThatAreNoOrderLeaveItToTheNames(String first, String second) {
        version("b", first, file -> {});
        version("a", second, file -> {});
        assertThat(timeline().lines().get(0)).isEqualTo("api: 2 versions by file name; none of 1 step changed the API");
        assertThat(timeline().lines().get(2))
                .startsWith(second)
                .contains("(a) -> ")
                .endsWith(": no difference");
        assertThat(timeline().agrees()).isTrue();
    }

    @Test
    void aRenamedSchemaIsOneLineHoweverManyUseIt() {
        version("1", "1", file -> {});
        version("2", "2", file -> {});
        var renamed = Objects.requireNonNull(texts.get("2")).get().replace("error_standard_Schema", "ErrorBody");
        texts.put("2", () -> renamed);
        assertThat(timeline().lines())
                .last()
                .asString()
                .matches("harmless  schema error_standard_Schema: is called ErrorBody now, in \\d\\d places;"
                        + " only generated code sees it");
    }

    @Test
    void anOperationThatComesBackIsNotNew() {
        version("1", "1", file -> {});
        version("2", "2", file -> file.withObject("/paths").remove("/billing/balance"));
        version("3", "3", file -> {});
        assertThat(timeline().lines())
                .contains(
                        "breaking  get /billing/balance: gone from the file",
                        "notable   get /billing/balance: there again; it was gone since 2 (2)");
    }

    @Test
    void whatIsNoVersionIsLeftOutAndNamed() {
        version("1", "1", file -> {});
        version("2", "2", file -> {});
        texts.put("notes.yaml", () -> "<script>");
        texts.put("pets.yaml", () -> "openapi: 3.0.0\ninfo: {title: <b>}\npaths: {/pets: {}}");
        texts.put("dir.yaml", () -> {
            throw new IllegalArgumentException("openapi cannot be \"x\": it is no UTF-8 text; give the API's file");
        });
        assertThat(timeline().lines())
                .contains(
                        "left out notes.yaml: it holds no OpenAPI 3 description",
                        "left out dir.yaml: it is no UTF-8 text");
        assertThat(timeline().html()).contains("&lt;b&gt;").doesNotContain("<b>");
        assertThat(timeline().markdown()).contains("Left out dir.yaml");
        assertThat(timeline().json()).contains("\"notes.yaml\"", "\"orderedBy\" : \"info.version\"");
    }

    @Test
    void oneVersionIsNoTimeline() {
        texts.put("notes.yaml", () -> "just text");
        assertThatThrownBy(this::timeline)
                .hasMessage("it holds no OpenAPI file of the API, and of notes.yaml: it holds no OpenAPI 3 description;"
                        + " give a folder with two versions or more, or one file");
        version("1", "1", file -> {});
        texts.remove("notes.yaml");
        assertThatThrownBy(this::timeline).hasMessageStartingWith("it holds one OpenAPI file of the API; give ");
    }
}
