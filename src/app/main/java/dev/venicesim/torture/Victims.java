package dev.venicesim.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Servers that run at the same time over one store; the first of them is there to be killed. */
final class Victims implements AutoCloseable {

    private final List<Victim> living;
    private final List<String> origins = new ArrayList<>();

    private Victims(List<Victim> living) {
        this.living = living;
    }

    /** Starts so many, and returns when all of them answer. */
    static Victims start(int count, String store, String durability, Path folder)
            throws IOException, InterruptedException {
        var started = new Victims(new ArrayList<>());
        try {
            for (int i = 0; i < count; i++) {
                started.living.add(Victim.start(store, durability, folder, "replica-" + i));
            }
            for (var victim : started.living) {
                started.origins.add(victim.origin());
            }
            return started;
        } catch (IOException | InterruptedException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Where they listen. */
    List<String> origins() {
        return origins;
    }

    /** Where one listens that was not killed. */
    String survivor() {
        return origins.get(origins.size() - 1);
    }

    /** Waits until each of them has its store back. */
    void awaitReady() throws IOException, InterruptedException {
        for (var origin : origins) {
            Victim.awaitReady(origin);
        }
    }

    /** Lets them live for so long. */
    void live(long millis) throws IOException, InterruptedException {
        for (var victim : living) {
            if (!victim.lives(victim.equals(living.get(0)) ? millis : 0)) {
                throw new IOException("a server ended by itself; its log is " + victim.log());
            }
        }
    }

    void killOne() {
        living.remove(0).close();
    }

    @Override
    public void close() {
        living.forEach(Victim::close);
    }
}
