package dev.venicesim.kit.pact;

import au.com.dius.pact.provider.junitsupport.IgnoreNoPactsToVerify;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The files of a class's {@code @PactFolder}, looked over before Pact reads them, so that what is wrong is told by
 * file.
 *
 * @param folder as the annotation names it
 * @param provider whose pacts are meant
 */
record PactFiles(String folder, String provider) {

    /**
     * The folder of a class, if it names one that needs no other setting to be found, and does not allow that it holds
     * nothing.
     */
    static Optional<PactFiles> of(Class<?> test) {
        var provider = AnnotationSupport.findAnnotation(test, Provider.class)
                .map(Provider::value)
                .orElseThrow(
                        () -> broken(
                                test.getSimpleName()
                                        + " does not say whose pacts it verifies; annotate it with @Provider(\"the provider's name in the pact files\")"));
        return AnnotationSupport.findAnnotation(test, PactFolder.class)
                .filter(named -> !AnnotationSupport.isAnnotated(test, IgnoreNoPactsToVerify.class))
                .map(PactFolder::value)
                .filter(folder -> !folder.contains("${") && !provider.contains("${"))
                .map(folder -> new PactFiles(folder, provider));
    }

    void check() {
        var files = files();
        if (files.isEmpty()) {
            throw broken("the folder " + folder + " holds no pact: there is no file in it whose name ends in .json");
        }
        var providers = new TreeSet<String>();
        files.forEach(file -> providers.add(providerOf(file)));
        if (!provider.isEmpty() && !providers.contains(provider)) {
            throw broken("no pact in " + folder + " is for the provider \"" + provider + "\"; they are for \""
                    + String.join("\", \"", providers) + "\"");
        }
    }

    private List<Path> files() {
        var path = path();
        if (!Files.isDirectory(path)) {
            throw broken("there is no folder " + path.toAbsolutePath() + ", which @PactFolder(\"" + folder
                    + "\") names; it is looked for on the class path and in the working directory");
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw broken("the folder " + path + " cannot be read: " + e.getMessage());
        }
    }

    private Path path() {
        var resource = Thread.currentThread().getContextClassLoader().getResource(folder);
        try {
            return resource != null && resource.getProtocol().equals("file")
                    ? Path.of(resource.toURI())
                    : Path.of(folder);
        } catch (URISyntaxException e) {
            throw broken("@PactFolder(\"" + folder + "\") cannot be found: " + e.getMessage());
        }
    }

    private static String providerOf(Path file) {
        var pact = read(file);
        if (pact.path("interactions").isEmpty() && pact.path("messages").isEmpty()) {
            throw broken(
                    "the pact " + file + " has no interactions: its consumer's tests wrote none, or it is no pact");
        }
        return pact.path("provider").path("name").asText();
    }

    private static JsonNode read(Path file) {
        try {
            return Json.readOwn(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw broken("the pact " + file + " is not JSON: " + e.getOriginalMessage() + " (line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ")");
        } catch (IOException e) {
            throw broken("the pact " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static ExtensionConfigurationException broken(String says) {
        return new ExtensionConfigurationException(says);
    }
}
