package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The user's mapping files, read and never touched: WireMock's own source deletes them when a client calls
 * {@code DELETE /__admin/mappings}.
 */
final class ReadOnlyMappings implements MappingsSource {

    private final Optional<Path> root;
    private List<MappingFile> good = List.of();

    ReadOnlyMappings(Optional<Path> root) {
        this.root = root;
    }

    /**
     * Reads every file.
     *
     * @throws StubsException naming the first that cannot be read, the line and the fix
     */
    void check() {
        good = root.map(ReadOnlyMappings::read).orElse(List.of());
    }

    private static List<MappingFile> read(Path root) {
        if (!Files.isDirectory(root)) {
            throw new StubsException(
                    "stubs cannot be \"" + root + "\": give a folder with mappings/ and, if need be, __files/");
        }
        var files = MappingFile.under(root.resolve("mappings"));
        files.forEach(MappingFile::mappings);
        return files;
    }

    /** Reads the files again; if one has become unreadable since, those of the last good time. */
    @Override
    public void loadMappingsInto(StubMappings stubMappings) {
        try {
            check();
        } catch (StubsException e) {
            new WireMockLog().error(String.valueOf(e.getMessage()));
        }
        good.forEach(file -> file.mappings().forEach(stubMappings::addMapping));
    }

    @Override
    public void save(List<StubMapping> stubMappings) {}

    @Override
    public void save(StubMapping stubMapping) {}

    @Override
    @SuppressWarnings("removal") // the interface still asks for it
    public void remove(StubMapping stubMapping) {}

    @Override
    public void removeAll() {}
}
