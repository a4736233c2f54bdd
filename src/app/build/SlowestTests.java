import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The last lines of {@code mvn verify}: which ten tests of this run took longest, by the reports of Surefire, Failsafe and the
 * Invoker plugin. Run from its source, with the folder of the project and the instant at which Maven was started.
 *
 * <p>Tests run side by side, so the seconds are those that went by and not those of a processor.
 */
public final class SlowestTests {
    private static final int SHOWN = 10;
    private static final PathMatcher REPORTS = FileSystems.getDefault()
            .getPathMatcher("glob:**/target/{surefire-reports/TEST-*,failsafe-reports/TEST-*,invoker-reports/BUILD-*}.xml");

    private record Timed(String name, double seconds) {}

    private SlowestTests() {}

    public static void main(String[] arguments) throws IOException, XMLStreamException {
        Instant started = Instant.parse(arguments[1]);
        List<Timed> tests = new ArrayList<>();
        for (Path report : reports(Path.of(arguments[0], "src"), started)) {
            read(report, tests);
        }
        if (tests.isEmpty()) {
            return;
        }
        tests.sort(Comparator.comparingDouble(Timed::seconds).reversed());
        System.out.printf(Locale.ROOT, "The slowest of %,d tests, in seconds:%n", tests.size());
        for (Timed test : tests.subList(0, Math.min(SHOWN, tests.size()))) {
            System.out.printf(Locale.ROOT, "%7.1f  %s%n", test.seconds(), test.name());
        }
    }

    private static List<Path> reports(Path sources, Instant started) throws IOException {
        try (var files = Files.find(
                sources, 4, (file, is) -> REPORTS.matches(file) && !is.lastModifiedTime().toInstant().isBefore(started))) {
            return files.toList();
        }
    }

    private static void read(Path report, List<Timed> tests) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream file = Files.newInputStream(report)) {
            XMLStreamReader reader = factory.createXMLStreamReader(file);
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "testcase" -> tests.add(new Timed(className(reader) + "." + attribute(reader, "name"), seconds(reader)));
                    case "build-job" -> tests.add(new Timed("the project src/it/" + folder(reader), seconds(reader)));
                    default -> {}
                }
            }
        }
    }

    private static String className(XMLStreamReader test) {
        String name = attribute(test, "classname");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String folder(XMLStreamReader project) {
        String pom = attribute(project, "project");
        int end = pom.lastIndexOf('/');
        return end < 0 ? pom : pom.substring(0, end);
    }

    private static double seconds(XMLStreamReader element) {
        return Double.parseDouble(attribute(element, "time").replace(",", ""));
    }

    private static String attribute(XMLStreamReader element, String name) {
        String value = element.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
