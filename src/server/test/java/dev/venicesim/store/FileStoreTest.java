package dev.venicesim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.world.KnownWorld;
import dev.venicesim.world.StateKey;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.StoreContract;
import dev.venicesim.world.Transition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest extends StoreContract {

    private static final StateKey<String> NOTE = note("w", "1");

    private final Path folder;

    private final List<StateStore> opened = new ArrayList<>();
    private int copies;

    FileStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected StateStore store() {
        return open(folder.resolve("store" + opened.size()));
    }

    private FileStore open(Path path) {
        var store = FileStore.open(path, Durability.PROCESS);
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(StateStore::close);
    }

    private static StateKey<String> note(String world, String id) {
        return new StateKey<>(world, StateKinds.LINK_KEY, id);
    }

    private static void settle(StateStore store) throws ExecutionException, InterruptedException {
        var unsettled = store.unsettled();
        if (unsettled.isPresent()) {
            unsettled.get().toCompletableFuture().get();
        }
    }

    @Test
    void findsEverythingAgainOnceItWasClosed() {
        var file = folder.resolve("again");
        var before = open(file);
        before.create("w");
        before.create("v");
        IntStream.range(0, 100).forEach(i -> before.compute(note("w", "id" + i), none -> Transition.to("v" + i)));
        before.compute(note("v", "1"), none -> Transition.to("other"));
        before.compute(note("w", "id7"), found -> new Transition<String, Boolean>(Optional.empty(), true));
        before.close();

        var after = open(file);
        assertThat(after.find(note("w", "id8"))).contains("v8");
        assertThat(after.find(note("w", "id7"))).isEmpty();
        assertThat(after.list("w", StateKinds.LINK_KEY, StateStore.Page.ALL)).hasSize(99);
        assertThat(after.eldest("v", StateKinds.LINK_KEY)).contains("other");
        assertThat(after.unsettled()).as("nothing was changed by reading").isEmpty();
    }

    @Test
    void whatIsSettledIsInTheFileAlthoughNobodyClosedIt() throws Exception {
        var file = folder.resolve("settled");
        var store = open(file);
        store.create("w");
        store.compute(NOTE, none -> Transition.to("a"));
        settle(store);
        assertThat(store.unsettled()).isEmpty();
        var copy = copied(file);
        assertThat(open(copy).find(NOTE)).contains("a");
    }

    /** The file and its log as a process leaves them that is killed. */
    private Path copied(Path file) throws IOException {
        var copy = folder.resolve("copy" + ++copies);
        Files.copy(file, copy);
        var log = Path.of(file + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, Path.of(copy + "-wal"));
        }
        return copy;
    }

    @Test
    void aTornTailOfTheLogCostsNothingThatWasSettledBefore() throws Exception {
        var file = folder.resolve("torn");
        var store = open(file);
        store.create("w");
        store.compute(NOTE, none -> Transition.to("first"));
        settle(store);
        var whole = copied(file);
        var log = Path.of(whole + "-wal");
        var bytes = Files.size(log);
        store.compute(NOTE, none -> Transition.to("second"));
        settle(store);
        var longer = copied(file);
        try (var channel = java.nio.channels.FileChannel.open(Path.of(longer + "-wal"), StandardOpenOption.WRITE)) {
            assertThat(channel.size()).isGreaterThan(bytes);
            channel.truncate(bytes + (channel.size() - bytes) / 2);
        }
        assertThat(open(longer).find(NOTE)).contains("first");
        Files.write(log, "torn".repeat(500).getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        assertThat(open(whole).find(NOTE)).contains("first");
    }

    @Test
    void aTallyIsWrittenWithTheNextChangeAndNobodyWaitsForIt() throws Exception {
        var file = folder.resolve("tally");
        var store = open(file);
        store.create("w");
        var key = new StateKey<>("w", StateKinds.KNOWN_WORLD, "");
        var value = new KnownWorld("w", Instant.EPOCH);
        store.compute(key, none -> Transition.to(value));
        assertThat(store.unsettled()).isEmpty();
        store.compute(NOTE, none -> Transition.to("a"));
        settle(store);
        assertThat(open(copied(file)).find(key)).contains(value);
    }

    @Test
    void aChangeOfNothingWritesNothing() throws Exception {
        var store = open(folder.resolve("still"));
        store.create("w");
        store.compute(NOTE, none -> Transition.to("a"));
        settle(store);
        store.compute(NOTE, found -> new Transition<>(found, true));
        assertThat(store.unsettled()).isEmpty();
    }

    @Test
    void aWorldThatWasDroppedStaysGoneAndItsNameMayBeUsedAgain() throws Exception {
        var file = folder.resolve("dropped");
        var store = open(file);
        store.create("w");
        store.compute(NOTE, none -> Transition.to("old"));
        settle(store);
        store.drop("w");
        store.create("w");
        store.compute(note("w", "2"), none -> Transition.to("new"));
        settle(store);
        var again = open(copied(file));
        assertThat(again.find(NOTE)).isEmpty();
        assertThat(again.find(note("w", "2"))).contains("new");
        again.drop("w");
        settle(again);
        again.close();
        assertThat(open(folder.resolve("copy1")).find(note("w", "2"))).isEmpty();
    }

    @Test
    void onlyOneMayHaveTheFile() {
        var file = folder.resolve("mine");
        open(file);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CannotOpenStoreException.class)
                .hasMessage("store cannot be \"file:" + file
                        + "\": another process has it open, and only one may; stop that one, or give another file");
    }

    @Test
    void leavesAloneWhatIsNoStore() throws Exception {
        var text = Files.writeString(
                folder.resolve("notes.txt"), "not a database, and longer than a header is. ".repeat(50));
        assertThatThrownBy(() -> open(text)).hasMessageContaining("it is no store of the simulator");
        assertThat(text).content().startsWith("not a database");

        var foreign = folder.resolve("foreign.db");
        sql(foreign, "CREATE TABLE theirs (id INTEGER)");
        assertThatThrownBy(() -> open(foreign)).hasMessageContaining("database of another program");

        assertThatThrownBy(() -> open(folder)).hasMessageContaining("it is no file");
        assertThatThrownBy(() -> open(folder.resolve("none/store")))
                .hasMessageContaining("its folder does not exist; make the folder");
    }

    @Test
    void leavesAFileOfALaterVersionAlone() throws Exception {
        var file = folder.resolve("later");
        open(file).close();
        sql(file, "PRAGMA user_version = 99");
        assertThatThrownBy(() -> open(file))
                .hasMessageContaining("written by a later version of the simulator (format 99");
    }

    private static void sql(Path file, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theFileIsItsOwnersAlone() throws Exception {
        var file = folder.resolve("private");
        open(file);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }
}
