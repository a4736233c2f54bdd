package dev.venicesim.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Torture of a store: in each round a server is killed under load by SIGKILL, a moment after its first acknowledged
 * job. The next one, over the same store, is asked for everything its predecessor had acknowledged. Of several replicas
 * one is killed; the load goes on over the others for a while, and one of those is asked. Where the database is crashed
 * instead, the servers that lost it for a moment are asked.
 *
 * @param store as {@code --store} names it
 * @param durability as {@code --durability} names it
 * @param rounds how many servers are killed
 * @param replicas how many servers run at once
 * @param keys API keys that send requests at once
 * @param crash what crashes the database and starts it again, if that is killed and no server
 * @param folder for logs
 */
public record Torture(
        String store,
        String durability,
        int rounds,
        int replicas,
        int keys,
        Optional<DatabaseCrash> crash,
        Path folder) {

    private static final int MOST_MILLIS = 1500;

    /**
     * Does it all.
     *
     * @param progress told a line now and then
     * @throws IOException if a server does not start
     */
    public Tally run(Consumer<String> progress) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var tally = new Tally();
        var random = new Random(rounds);
        var all = new ArrayList<Promises>();
        for (int round = 1; round <= rounds; round++) {
            all.addAll(round(round, tally, random));
            if (round % 10 == 0) {
                progress.accept(tally.inWords());
            }
        }
        // once more, all of them: what a later round might have spoilt
        var last = new Tally();
        audit(all, last);
        last.faults().forEach(fault -> tally.lost("at the end, " + fault));
        return tally;
    }

    private List<Promises> round(int round, Tally tally, Random random) throws IOException, InterruptedException {
        var promises = new ArrayList<Promises>();
        for (int key = 0; key < keys; key++) {
            // a database may know the keys of an earlier torture
            promises.add(new Promises(folder.getFileName() + "-" + round + "-" + key));
        }
        try (var victims = Victims.start(replicas, store, durability, folder)) {
            load(victims, promises, random);
            tally.round();
            if (crash.isPresent()) {
                victims.awaitReady();
            }
            if (crash.isPresent() || replicas > 1) {
                check(victims.survivor(), promises, tally);
                return promises;
            }
        }
        audit(promises, tally);
        return promises;
    }

    /** Kills a server, or its database, under load. */
    private void load(Victims victims, List<Promises> promises, Random random)
            throws IOException, InterruptedException {
        var loads = Executors.newFixedThreadPool(keys);
        var going = new AtomicBoolean(true);
        try {
            var first = new CountDownLatch(1);
            for (var each : promises) {
                loads.execute(new Load(victims.origins(), each, random.nextLong(), first, going));
            }
            if (!first.await(1, TimeUnit.MINUTES)) {
                throw new IOException("no server acknowledged a job within a minute");
            }
            victims.live(1 + random.nextInt(MOST_MILLIS));
            if (crash.isPresent()) {
                crash.get().happen(folder);
            } else {
                victims.killOne();
            }
            if (replicas > 1) {
                victims.live(1 + random.nextInt(MOST_MILLIS));
            }
        } finally {
            going.set(false);
            loads.shutdown();
        }
        if (!loads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IOException("a client did not end with its server");
        }
    }

    private void audit(List<Promises> promises, Tally tally) throws IOException, InterruptedException {
        try (var victim = Victim.start(store, durability, folder, "audit")) {
            check(victim.origin(), promises, tally);
        }
    }

    private static void check(String origin, List<Promises> promises, Tally tally)
            throws IOException, InterruptedException {
        var audit = new Audit(origin, tally);
        for (var each : promises) {
            audit.check(each);
        }
    }
}
