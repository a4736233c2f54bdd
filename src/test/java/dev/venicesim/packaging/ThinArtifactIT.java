package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** What a test suite gets that depends on the thin jar: by the pom that is installed with it, and by the jar's entries. */
class ThinArtifactIT {

    private static final Path THIN = Path.of(System.getProperty("venice-sim.thin-jar", "target/thin.jar"));

    @Test
    void pullsTheServerAndItsParsersAndNothingElse() throws Exception {
        assertThat(pulled())
                .containsExactlyInAnyOrder(
                        "undertow-core",
                        "jackson-annotations",
                        "jackson-core",
                        "jackson-databind",
                        "snakeyaml-engine",
                        "re2j",
                        "metadata-extractor",
                        "slf4j-api",
                        "jspecify");
    }

    @Test
    void holdsTheOneLibraryThatWouldClashUnderAnotherName() throws IOException {
        assertThat(classes())
                .noneMatch(name -> name.startsWith("com/"))
                .anyMatch(name -> name.startsWith("dev/venicesim/shaded/networknt/"));
        assertThat(classes()).allMatch(name -> name.startsWith("dev/venicesim/") || name.startsWith("META-INF/"));
    }

    @Test
    void carriesItsResourcesButNoLoggingConfiguration() throws IOException {
        try (var jar = new JarFile(THIN.toFile())) {
            assertThat(jar.getEntry("META-INF/services/ch.qos.logback.classic.spi.Configurator"))
                    .isNull();
            assertThat(jar.getEntry("dev/venicesim/scenarios/happy.yaml")).isNotNull();
            assertThat(jar.getEntry("dev/venicesim/schemas/scenario.schema.json"))
                    .isNotNull();
            assertThat(jar.getEntry("dev/venicesim/pacts/video-client.v4.json")).isNotNull();
        }
        assertThat(Files.size(THIN)).as("bytes of the thin jar").isLessThan(4_000_000);
    }

    @Test
    void leavesPactOutOfTheRunnableJarAsWell() throws IOException {
        try (var jar = new JarFile(System.getProperty("venice-sim.jar", "target/venice-sim.jar"))) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.startsWith("org/bouncycastle/"))
                    .noneMatch(name -> name.startsWith("au/com/dius/") || name.startsWith("kotlin/"));
        }
    }

    /** Of the installed pom's dependencies, those that reach a suite. */
    private static List<String> pulled() throws Exception {
        var pom = THIN.resolveSibling("dependency-reduced-pom.xml").toFile();
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom);
        var reaching = "/project/dependencies/dependency[not(optional = 'true') and not(scope = 'test')]/artifactId";
        var nodes =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(reaching, document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent())
                .toList();
    }

    private static List<String> classes() throws IOException {
        try (var jar = new JarFile(THIN.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        }
    }
}
