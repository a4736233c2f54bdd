package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.download.DownloadLinks;
import dev.venicesim.download.LinkTarget;
import dev.venicesim.json.Json;
import dev.venicesim.run.Beginnings;
import dev.venicesim.store.SnapshotException;
import dev.venicesim.store.SnapshotForm;
import dev.venicesim.store.WorldSnapshot;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldRegistry;
import dev.venicesim.world.WorldState;
import java.util.Optional;
import java.util.Set;

/** Calls that take a world away as one JSON value, and make a world of one. */
final class SnapshotCalls {

    private static final Set<String> FIELDS = Set.of("apiKey", "walletAddress", "label", "edition", "quirks");

    private final SnapshotForm form = new SnapshotForm();
    private final WorldRegistry worlds;
    private final DownloadLinks links;
    private final DeclarationReader declarations;
    private final Beginnings beginnings;
    private final TimeSource time;

    SnapshotCalls(ControlContext context, DeclarationReader declarations) {
        this.worlds = context.services().worlds();
        this.links = context.services().links();
        this.declarations = declarations;
        this.beginnings = context.live().beginnings();
        this.time = context.services().time();
    }

    /** A world that was made of a snapshot, and the addresses that its own download links have. */
    record Restored(World world, ObjectNode links) {}

    Reply show(World world) {
        if (world.id().equals(WorldRegistry.ANONYMOUS)) {
            throw ProblemException.notFound(
                    "the anonymous world belongs to the server; a snapshot is of a world that has a credential");
        }
        if (!worlds.has(world)) {
            throw ProblemException.notFound("this key has no world yet; it gets one when it first changes something");
        }
        return Reply.bytes(200, Reply.JSON, form.write(WorldSnapshot.of(world, time.now())));
    }

    /** The world of the snapshot that a declaration holds; empty if it holds none. */
    Optional<Restored> restore(Request request) {
        return SnapshotBody.in(request, form).map(body -> {
            var owners = declarations.owners(body.rest().knowing(FIELDS));
            try {
                var snapshot = body.snapshot().of(owners);
                var label = DeclarationReader.label(body.rest());
                var state = label.map(snapshot.state()::withLabel).orElse(snapshot.state());
                var world = worlds.restore(behaving(state, body.rest()), owners, snapshot.takenAt());
                beginnings.restored(world, time.now());
                return new Restored(world, links(world, request));
            } catch (SnapshotException | IllegalArgumentException e) {
                throw ProblemException.badRequest("snapshot: " + e.getMessage());
            }
        });
    }

    /** In the edition and with the quirks that the declaration names, if it names any. */
    private static WorldState behaving(WorldState state, ControlBody body) {
        var edition = body.text("edition").map(DeclarationReader::edition);
        var quirks = body.object("quirks").map(ControlBody::strings);
        return edition.isEmpty() && quirks.isEmpty()
                ? state
                : state.behaving(was -> {
                    var other = edition.map(was::withEdition).orElse(was);
                    return quirks.map(named -> other.withQuirks(other.quirks().with(named)))
                            .orElse(other);
                });
    }

    private ObjectNode links(World world, Request request) {
        var addresses = Json.object();
        world.list(StateKinds.JOB, StateStore.Page.ALL).stream()
                .filter(job -> world.find(StateKinds.LINK, job.queueId()).isPresent())
                .forEach(job -> addresses.put(
                        job.queueId(), links.url(request.origin(), new LinkTarget(world.id(), job.queueId()))));
        return addresses;
    }
}
