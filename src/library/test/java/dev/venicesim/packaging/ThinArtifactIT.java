package dev.venicesim.packaging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.w3c.dom.NodeList;

/**
 * What a test suite gets that depends on the thin jar: by the pom that is installed with it, and by the jar's entries.
 */
class ThinArtifactIT {

    private static final String SHADED = "dev.venicesim.shaded.";
    private static final Pattern REFERENCE = Pattern.compile(" {3}(\\S+) +-> (\\S+) +.*");

    private static final Path THIN = Path.of(System.getProperty("venice-sim.thin-jar", "target/thin.jar"));

    @Test
    void pullsWhatSuitesHaveAnywayAndNothingElse() throws Exception {
        assertThat(pulled())
                .containsExactlyInAnyOrder(
                        "jackson-annotations", "jackson-core", "jackson-databind", "slf4j-api", "jspecify");
    }

    /** Everybody who tests downloads it; the annotations of jspecify, which are not counted, are 4 KB. */
    @Test
    void weighsLittleWithAllThatItPulls() throws Exception {
        var weight = Files.size(THIN);
        for (var shared : List.of(JsonFactory.class, ObjectMapper.class, JsonProperty.class, Logger.class)) {
            var source = shared.getProtectionDomain().getCodeSource().getLocation();
            weight += Files.size(Path.of(source.toURI()));
        }
        assertThat(weight).isLessThan(8_000_000);
    }

    @Test
    void holdsItsServerAndParsersUnderNamesThatNobodyElseSees() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".class"))
                .allMatch(name -> name.startsWith("dev/venicesim/"))
                .contains("dev/venicesim/shaded/undertow/Undertow.class");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.venicesim.shaded.xnio.XnioProvider=dev.venicesim.shaded.xnio.nio.NioXnioProvider",
                "dev.venicesim.shaded.undertow.protocols.alpn.ALPNProvider=dev.venicesim.shaded.undertow.protocols.alpn.ModularJdkAlpnProvider",
            })
    void offersItsServicesUnderTheirNewNames(String service) throws IOException {
        var halves = service.split("=", -1);
        assertThat(text("META-INF/services/" + halves[0])).contains(halves[1]);
        assertThat(entries())
                .filteredOn(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
                .allMatch(name -> name.startsWith("META-INF/services/dev.venicesim.shaded."));
    }

    /** Classes are left out of what is shaded; none that can be reached from ours may ask for one of them. */
    @Test
    void lacksNoClassThatCanBeReached() {
        var asked = references();
        var todo = new ArrayDeque<>(
                asked.keySet().stream().filter(name -> !name.startsWith(SHADED)).toList());
        todo.add(SHADED + "xnio.nio.NioXnioProvider");
        var reached = new HashSet<String>();
        while (!todo.isEmpty()) {
            var name = todo.remove();
            if (reached.add(name)) {
                todo.addAll(asked.getOrDefault(name, Set.of()));
            }
        }
        assertThat(reached)
                .hasSizeGreaterThan(2000)
                .contains(SHADED + "undertow.server.HttpServerExchange", SHADED + "re2j.Pattern");
        assertThat(reached)
                .filteredOn(name -> name.startsWith("dev.venicesim."))
                // which XNIO expects to miss
                .filteredOn(name -> !name.equals(SHADED + "xnio.Xnio$MBeanHolder"))
                // which nobody reads at run time
                .filteredOn(name -> !name.startsWith(SHADED + "jboss.logging.annotations."))
                .allMatch(asked::containsKey);
    }

    /** For each class of the jar, the classes it names. */
    private static Map<String, Set<String>> references() {
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        var jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        var end =
                jdeps.run(writer, writer, "-verbose:class", "-filter:none", "--multi-release", "base", THIN.toString());
        assertThat(end).as(out.toString()).isZero();
        return out.toString()
                .lines()
                .map(REFERENCE::matcher)
                .filter(Matcher::matches)
                .collect(groupingBy(line -> line.group(1), mapping(line -> line.group(2), toSet())));
    }

    @Test
    void carriesItsResourcesButNoLoggingConfiguration() throws IOException {
        assertThat(entries())
                .contains(
                        "dev/venicesim/scenarios/happy.yaml",
                        "dev/venicesim/schemas/scenario.schema.json",
                        "dev/venicesim/pacts/video-client.v4.json")
                .doesNotContain("META-INF/services/ch.qos.logback.classic.spi.Configurator");
        assertThat(Files.size(THIN)).as("bytes of the thin jar").isLessThan(5_600_000);
    }

    @Test
    void namesTheLicenceOfEverythingInside() throws IOException {
        assertThat(text("META-INF/LICENSE")).contains("Apache License");
        assertThat(text("META-INF/THIRD-PARTY.txt"))
                .contains(
                        "io.undertow:undertow-core",
                        "org.jboss.xnio:xnio-api",
                        "org.snakeyaml:snakeyaml-engine",
                        "com.google.re2j:re2j",
                        "Redistributions in binary form must reproduce the above copyright notice");
    }

    /** Of the installed pom's dependencies, those that reach a suite. */
    private static List<String> pulled() throws Exception {
        var pom = THIN.resolveSibling("published-pom.xml").toFile();
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom);
        var reaching = "/project/dependencies/dependency[not(optional = 'true') and not(scope = 'test')]/artifactId";
        var nodes =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(reaching, document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent())
                .toList();
    }

    private static List<String> entries() throws IOException {
        try (var jar = new JarFile(THIN.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String text(String name) throws IOException {
        try (var jar = new JarFile(THIN.toFile())) {
            return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
