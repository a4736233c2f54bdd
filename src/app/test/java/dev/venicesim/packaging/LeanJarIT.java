package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The runnable jar beside what it was made of, the class path of this test: how little is inside, and that it is enough. */
class LeanJarIT {

    private static final String CLASS = ".class";
    private static final String SERVICES = "META-INF/services/";

    private static final String WIREMOCK = "com/github/tomakehurst/wiremock/";

    /** Left out on purpose, though what stays names it; nobody gets there, for the reason given. */
    private static final List<LeftOut> LEFT_OUT = List.of(
            new LeftOut("the server is ours", WIREMOCK + "jetty", "wiremock/org/eclipse/jetty/"),
            new LeftOut("the server is ours", WIREMOCK + "jetty", "wiremock/jakarta/servlet/"),
            new LeftOut("the server is ours", WIREMOCK + "servlet/", "wiremock/org/eclipse/jetty/"),
            new LeftOut("the server is ours", WIREMOCK + "servlet/", "wiremock/jakarta/servlet/"),
            new LeftOut("the server is ours", WIREMOCK + "http/HttpServerFactoryLoader", "wiremock/org/eclipse/jetty/"),
            new LeftOut("the server is ours", WIREMOCK + "http/ThreadPoolFactory", "wiremock/org/eclipse/jetty/"),
            new LeftOut("certificates are ours", WIREMOCK + "common/ssl/KeyStoreSourceFactory", WIREMOCK + "jetty11/"),
            new LeftOut("stubs call nobody", WIREMOCK + "http/HttpClientFactory", "wiremock/org/apache/hc/"),
            new LeftOut("stubs call nobody", WIREMOCK + "http/NetworkAddressRules", "wiremock/org/apache/hc/"),
            new LeftOut("stubs call nobody", WIREMOCK + "http/client/Apache", "wiremock/org/apache/hc/"),
            new LeftOut("stubs call nobody", WIREMOCK + "http/ssl/", "wiremock/org/apache/hc/"),
            new LeftOut("for a server elsewhere", WIREMOCK + "client/HttpAdminClient", "wiremock/org/apache/hc/"),
            new LeftOut("for a server elsewhere", WIREMOCK + "common/HttpClientUtils", "wiremock/org/apache/hc/"),
            new LeftOut("it registers with the JVM's management", "org/xnio/Xnio", "org/xnio/Xnio$MBeanHolder"),
            new LeftOut(
                    "LogSetup comes first",
                    "ch/qos/logback/classic/util/ContextInitializer",
                    "ch/qos/logback/classic/"));

    private static final Map<String, Set<String>> NAMED = new HashMap<>();
    private static final Set<String> SERVED = new HashSet<>();

    @BeforeAll
    static void readsTheJar() throws IOException {
        try (var jar = new JarFile(System.getProperty("venice-sim.jar"))) {
            for (var entry : Collections.list(jar.entries())) {
                var name = entry.getName();
                if (name.startsWith(SERVICES) && !entry.isDirectory()) {
                    try (var lines = new BufferedReader(
                            new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
                        lines.lines()
                                .map(line ->
                                        line.replaceFirst("#.*", "").strip().replace('.', '/'))
                                .filter(line -> !line.isEmpty())
                                .forEach(SERVED::add);
                    }
                }
                if (isClass(name)) {
                    try (var file = jar.getInputStream(entry)) {
                        NAMED.put(withoutEnd(name), ClassNames.in(file));
                    }
                }
            }
        }
    }

    /** Every download of the program and every image brings it. */
    @Test
    void weighsLittle() throws IOException {
        assertThat(Files.size(Path.of(System.getProperty("venice-sim.jar")))).isLessThan(22_000_000);
    }

    @Test
    void lacksNoClassThatCanBeReached() throws IOException {
        var published = published();
        var missing = new TreeSet<String>();
        reached()
                .forEach(name -> NAMED.get(name).stream()
                        .filter(asked -> !NAMED.containsKey(asked) && published.contains(asked))
                        .filter(asked -> LEFT_OUT.stream().noneMatch(each -> each.covers(name, asked)))
                        .forEach(asked -> missing.add(name + " asks for " + asked)));
        assertThat(missing).isEmpty();
        assertThat(NAMED).containsKeys(SERVED.toArray(String[]::new));
    }

    private record LeftOut(String why, String asking, String asked) {

        boolean covers(String asking, String asked) {
            return asking.startsWith(this.asking) && asked.startsWith(this.asked);
        }
    }

    private static Set<String> reached() {
        var todo = new ArrayDeque<>(NAMED.keySet().stream()
                .filter(name -> name.startsWith("dev/venicesim/"))
                .toList());
        todo.addAll(SERVED);
        var reached = new HashSet<String>();
        while (!todo.isEmpty()) {
            var name = todo.remove();
            if (NAMED.containsKey(name) && reached.add(name)) {
                todo.addAll(NAMED.get(name));
            }
        }
        return reached;
    }

    /** Of every library of which something is inside, all classes; WireMock's Jackson under the name that it has inside. */
    private static Set<String> published() throws IOException {
        var names = new HashSet<String>();
        for (var library : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Files.isRegularFile(Path.of(library))) {
                try (var jar = new JarFile(library)) {
                    var classes = jar.stream()
                            .map(ZipEntry::getName)
                            .filter(LeanJarIT::isClass)
                            .map(LeanJarIT::withoutEnd)
                            .map(name -> name.replaceFirst("^wiremock/com/fasterxml/", "com/fasterxml/"))
                            .toList();
                    if (classes.stream().anyMatch(NAMED::containsKey)) {
                        names.addAll(classes);
                    }
                }
            }
        }
        return names;
    }

    private static boolean isClass(String name) {
        return name.endsWith(CLASS) && !name.startsWith("META-INF/");
    }

    private static String withoutEnd(String name) {
        return name.substring(0, name.length() - CLASS.length());
    }
}
