package dev.venicesim.acceptance.findings;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Kind of client that docs/clients.md names, by what it does in its own way.
 *
 * @param name its {@code User-Agent}
 * @param habits what it does
 */
record CarefulKind(String name, Set<Habit> habits) {

    /** Something that some clients do and others do not. */
    enum Habit {
        /** Asks for a price first. */
        QUOTES,
        /** Asks for it without its key, as anybody may. */
        QUOTES_WITHOUT_KEY,
        /** Sends what a browser asks before a call from another origin. */
        PREFLIGHTS,
        /** Calls complete when it has the file. */
        COMPLETES,
        /** Has the media deleted with the last retrieve. */
        DELETES,
        /** Takes a model that hands out a link. */
        LINKS,
        /** Asks for the size of a link's file before it fetches it. */
        LOOKS_FIRST,
        /** Fetches a link's file in two pieces. */
        RANGES,
        /** Pays with a wallet. */
        WALLET,
        /** Signs in with the older header. */
        OLD_HEADERS,
        /** Sends a picture with a face, and the consents when asked. */
        FACES,
        /** Sends the defaults of the OpenAPI file. */
        DEFAULTS,
        /** Queues in one program and fetches in another. */
        WORKER,
        /** Reads its balance before and after. */
        READS_BALANCE
    }

    static List<CarefulKind> all() {
        return List.of(
                of("curl/8.5.0", Habit.COMPLETES),
                of("Python-urllib/3.12", Habit.COMPLETES),
                of("python-requests/2.32.3", Habit.QUOTES, Habit.COMPLETES),
                of("python-httpx/0.28.1", Habit.DELETES),
                of("node", Habit.COMPLETES),
                of("axios/1.7.9", Habit.QUOTES_WITHOUT_KEY, Habit.DELETES),
                of("OpenAI/Python 1.60.0", Habit.QUOTES),
                of("OpenAI/JS 4.80.0", Habit.DELETES),
                of("Java-http-client/17", Habit.READS_BALANCE, Habit.COMPLETES),
                of("okhttp/4.12.0", Habit.LINKS),
                of("Wget/1.24.5", Habit.LINKS, Habit.LOOKS_FIRST),
                of("aria2/1.37.0", Habit.LINKS, Habit.RANGES),
                of("Mozilla/5.0", Habit.PREFLIGHTS, Habit.QUOTES, Habit.LINKS, Habit.RANGES),
                of("x402-fetch/2.27.0", Habit.WALLET, Habit.READS_BALANCE),
                of("venice-x402-client/0.2.0", Habit.WALLET, Habit.OLD_HEADERS, Habit.COMPLETES),
                of("x402-agent/1.0", Habit.WALLET, Habit.LINKS),
                of("veniceai-cli/2.1.0", Habit.QUOTES, Habit.DELETES),
                of("openapi-generator/7.14.0", Habit.QUOTES_WITHOUT_KEY, Habit.DEFAULTS),
                of("studio/1.0", Habit.FACES, Habit.COMPLETES),
                of("shop/1.0", Habit.WORKER, Habit.QUOTES, Habit.COMPLETES));
    }

    private static CarefulKind of(String name, Habit... habits) {
        var all = EnumSet.noneOf(Habit.class);
        all.addAll(List.of(habits));
        return new CarefulKind(name, all);
    }

    boolean has(Habit habit) {
        return habits.contains(habit);
    }

    @Override
    public String toString() {
        return name;
    }
}
