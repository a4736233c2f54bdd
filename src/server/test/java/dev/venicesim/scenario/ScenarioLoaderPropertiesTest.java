package dev.venicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScenarioLoaderPropertiesTest {

    private static final ScenarioLoader LOADER = new ScenarioLoader();

    @Property(tries = 500)
    void refusesAnyTextInOneLineOrReadsIt(@ForAll String text) {
        read(text);
    }

    @Property(tries = 1200)
    void refusesAnythingThatLooksLikeYamlInOneLineOrReadsIt(@ForAll("yamlish") String text) {
        read(text);
    }

    @Provide
    Arbitrary<String> yamlish() {
        var word = Arbitraries.of(
                "description",
                "jobs",
                "faults",
                "when",
                "nth",
                "outcome",
                "refused",
                "time",
                "respond",
                "status",
                "body",
                "limits",
                "clock",
                "at",
                "seed",
                "chance",
                "policy",
                "words",
                "prompt",
                "faces",
                "delay",
                "median",
                "links",
                "quirks",
                "complete",
                "balanceUsd",
                "reset",
                "headers",
                "on",
                "queue",
                "model",
                "hang",
                "edition",
                "every");
        var mark = Arbitraries.of(
                ": ",
                ":",
                "\n",
                "\n  ",
                "\n- ",
                "- ",
                "{",
                "}",
                "[",
                "]",
                ", ",
                "\"",
                "'",
                "&a ",
                "*a",
                "!!str ",
                "| ",
                "> ",
                "---\n",
                "...\n",
                "? ",
                "#",
                "%YAML 9.9\n",
                "\t",
                "<<: ",
                "\\ud800",
                "\u2028",
                "\0",
                "~");
        var value = Arbitraries.of(
                "1",
                "-1",
                "1e999999999",
                "99999999999999999999",
                "0.1",
                "40s",
                "polls:3",
                "PT1S",
                "P99999999999D",
                "true",
                "null",
                "(",
                "(a{9}){9}",
                "400",
                "2026-08-21",
                "+1000000000-01-01T00:00:00Z",
                "1960-01-01T00:00:00Z",
                "stuck");
        var part = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, word), net.jqwik.api.Tuple.of(6, mark), net.jqwik.api.Tuple.of(3, value));
        return part.list().ofMaxSize(30).map(parts -> String.join("", parts));
    }

    @Property(tries = 800)
    void refusesAnyValueAnywhereInOneLineOrReadsIt(@ForAll("settings") String text) {
        read(text);
    }

    @Provide
    Arbitrary<String> settings() {
        var keys = List.of(
                "edition",
                "balanceUsd",
                "diem",
                "jobTime",
                "mediaLifetime",
                "clock: {at",
                "clock: {scale",
                "signInClock",
                "limits",
                "limits: {queue",
                "links: {lifetime",
                "consent: {version",
                "quirks: {complete",
                "faces: {x",
                "policy: [{words",
                "policy: [{prompt",
                "jobs: [{time",
                "jobs: [{outcome",
                "jobs: [{when: {nth",
                "jobs: [{when: {model",
                "jobs: [{averageTime",
                "faults: [{delay",
                "faults: [{respond",
                "faults: [{garbage",
                "faults: [{contentType",
                "faults: [{respond: {status: 200, headers",
                "seed",
                "jobs: [{outcome: {rejected");
        var values = Arbitraries.of(
                "0",
                "-5",
                "7.5",
                "999999999999999",
                "0.0000001",
                "[1, 0]",
                "[]",
                "{}",
                "{every: 0}",
                "{from: 5, to: 2}",
                "{every: 2, from: 1}",
                "''",
                "x",
                "P1D",
                "P1",
                "PT",
                "-PT5S",
                "999999999999999d",
                "polls:999999",
                "realistic",
                "1000-01-01T00:00:00Z",
                "9999-12-31T00:00:00Z",
                "{median: 9999d}",
                "{median: 1s, sigma: 5}",
                "{status: 599}",
                "{bytes: 1048576}",
                "\"\\u0001\"",
                "{\"a b\": c}",
                "{a: \"\\n\"}",
                "[a, a]",
                "[\"\"]",
                "'\\Q'",
                "'*'",
                "a{1000}{1000}",
                "{stuck: }",
                "{refused: {refunded: 1}}",
                "{status: 400, message: ''}",
                "null",
                "true");
        return Arbitraries.of(keys).flatMap(key -> values.map(value -> key + ": " + value + closing(key)));
    }

    private static String closing(String key) {
        return new StringBuilder(key.replaceAll("[^\\[{]", ""))
                .reverse()
                .toString()
                .replace('[', ']')
                .replace('{', '}');
    }

    private static void read(String text) {
        try {
            assertThat(LOADER.load("some.yaml", text).name()).isEqualTo("some");
        } catch (ScenarioException e) {
            assertThat(e.getMessage())
                    .matches("some\\.yaml:[1-9]\\d*:[1-9]\\d*: [^\\p{Cntrl}\u2028\u2029]+; [^\\p{Cntrl}\u2028\u2029]+");
        } catch (RuntimeException e) {
            fail("threw for " + text, e);
        }
    }
}
