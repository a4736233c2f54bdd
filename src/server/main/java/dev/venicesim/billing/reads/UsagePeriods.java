package dev.venicesim.billing.reads;

import dev.venicesim.api.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The periods whose sums are kept for a while, the one that was made last at the end. */
@Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-sums")
public record UsagePeriods(List<Kept> made) {

    public static final UsagePeriods NONE = new UsagePeriods(List.of());

    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    /** As many as there are lookbacks; who asks for more in ten minutes finds the first of them made anew. */
    private static final int MOST = 90;

    /**
     * Sums as they were at an instant.
     *
     * @param period as the reply repeats it
     * @param entries how many entries the account's ledger had had until then
     */
    public record Kept(String period, Instant at, long entries) {

        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(KEPT_FOR));
        }
    }

    public UsagePeriods {
        made = List.copyOf(made);
    }

    /** The sums of a period that still hold. */
    public Optional<Kept> find(String period, Instant now) {
        return made.stream()
                .filter(kept -> kept.period().equals(period) && kept.holds(now))
                .findFirst();
    }

    /** These with other ones, made at their instant; those that hold no more are left out. */
    public UsagePeriods plus(Kept kept) {
        var more = new ArrayList<Kept>();
        made.stream()
                .filter(other -> other.holds(kept.at()) && !other.period().equals(kept.period()))
                .forEach(more::add);
        more.add(kept);
        return new UsagePeriods(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }
}
