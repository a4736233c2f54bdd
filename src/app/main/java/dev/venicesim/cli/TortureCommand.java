package dev.venicesim.cli;

import dev.venicesim.Defaults;
import dev.venicesim.store.StoreLocation;
import dev.venicesim.torture.DatabaseCrash;
import dev.venicesim.torture.Torture;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command that kills servers under load and tells whether their store kept what they had acknowledged. */
@Command(
        name = "torture",
        description =
                "Kills servers under load, starts them again, and tells whether anything they acknowledged is lost"
                        + " or doubled. Exits 0 if nothing is, 1 if something is.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class TortureCommand implements Callable<Integer> {

    private static final int LOST = 1;

    @Option(
            names = "--store",
            required = true,
            paramLabel = "file:PATH|postgresql://...",
            description = "The store that is put to the test; a file that does not exist is made.")
    private String store;

    @Option(
            names = "--durability",
            defaultValue = Defaults.DURABILITY,
            paramLabel = "process|power",
            description = "As for serve (default: ${DEFAULT-VALUE}).")
    private String durability;

    @Option(
            names = "--rounds",
            defaultValue = "20",
            paramLabel = "N",
            description = "How many servers are killed (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--replicas",
            defaultValue = "1",
            paramLabel = "N",
            description = "Servers at once over the store, of which one is killed in each round; a file has one"
                    + " (default: ${DEFAULT-VALUE}).")
    private int replicas;

    @Option(
            names = "--clients",
            defaultValue = "4",
            paramLabel = "N",
            description = "API keys that send requests at once (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--crash",
            paramLabel = "COMMAND",
            description = "What crashes the database and starts it again, such as \"pg_ctl -D DATA -m immediate"
                    + " restart\"; with it the database is killed in each round, and no server.")
    private Optional<String> crash = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        check();
        var out = spec.commandLine().getOut();
        try {
            var folder = Files.createTempDirectory("venice-sim-torture");
            var torture =
                    new Torture(store, durability, rounds, replicas, clients, crash.map(DatabaseCrash::new), folder);
            var tally = torture.run(line -> {
                out.println(line);
                out.flush();
            });
            out.println(tally.inWords());
            tally.faults().forEach(out::println);
            out.flush();
            return tally.isClean() ? 0 : LOST;
        } catch (IOException e) {
            throw CommandFailure.failed("torture: " + e.getMessage(), e);
        }
    }

    private void check() {
        var location = location();
        if (replicas < 1) {
            throw misuse("replicas", "" + replicas, "give 1 or more");
        }
        if (location instanceof StoreLocation.File && replicas > 1) {
            throw misuse("replicas", "" + replicas, "give 1: a file belongs to one process");
        }
        if (location instanceof StoreLocation.File && crash.isPresent()) {
            throw misuse("crash", crash.get(), "leave it out: a file has no database that could crash");
        }
        if (rounds < 1) {
            throw misuse("rounds", "" + rounds, "give 1 or more");
        }
        if (clients < 1) {
            throw misuse("clients", "" + clients, "give 1 or more");
        }
    }

    private StoreLocation location() {
        try {
            var location = StoreLocation.parse(store);
            if (location instanceof StoreLocation.Memory) {
                throw misuse(
                        "store",
                        store,
                        "give file: and a path, or postgresql://...; only what outlives its process can be put to the"
                                + " test");
            }
            return location;
        } catch (IllegalArgumentException e) {
            throw misuse("store", StoreLocation.shown(store), String.valueOf(e.getMessage()));
        }
    }

    private static CommandFailure misuse(String setting, String value, String fix) {
        return CommandFailure.misuse(new IllegalArgumentException(setting + " cannot be \"" + value + "\": " + fix));
    }
}
