package dev.venicesim;

import dev.venicesim.control.FindingCalls;
import dev.venicesim.journal.Journals;
import dev.venicesim.journal.finding.ClientFinding;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldRegistry;
import java.util.List;
import java.util.stream.Stream;

/** Findings about the clients of all worlds when nothing more will come: what is open now counts as final. */
final class ClosingFindings {

    private final WorldRegistry worlds;
    private final FindingCalls findings;

    ClosingFindings(WorldRegistry worlds, Journals journals) {
        this.worlds = worlds;
        this.findings = new FindingCalls(journals);
    }

    List<ClientFinding> all() {
        return worlds.reading(() -> everyWorld().flatMap(this::of).toList());
    }

    /** A line for each, with the world it is about. */
    List<String> lines() {
        return worlds.reading(() -> everyWorld()
                .flatMap(world -> of(world).map(finding -> owner(world) + ": " + finding.line()))
                .toList());
    }

    private Stream<World> everyWorld() {
        return Stream.concat(Stream.of(worlds.anonymous()), worlds.all().stream());
    }

    private Stream<ClientFinding> of(World world) {
        return findings.of(world, true).stream();
    }

    /** A world as its user knows it. */
    private static String owner(World world) {
        var settings = world.settings();
        return settings.apiKey()
                .map(key -> "key " + CredentialMask.hint(key))
                .or(() -> settings.walletAddress().map(address -> "wallet " + address))
                .map(known -> known + " (world " + world.id() + ")")
                .orElse("world " + world.id());
    }
}
