package dev.venicesim.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.auth.KeyTraits;
import dev.venicesim.journal.ControlChange;
import dev.venicesim.journal.Journal;
import dev.venicesim.journal.RecordedRun;
import dev.venicesim.json.Json;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.service.Services;
import dev.venicesim.store.SnapshotForm;
import dev.venicesim.store.WorldSnapshot;
import dev.venicesim.world.Credential;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldDeclaration;
import java.util.ArrayDeque;
import java.util.Optional;

/** Recorder of runs: what a world's journal and its beginning tell, as a file. */
public final class RunRecorder {

    private final SnapshotForm form = new SnapshotForm();
    private final Services services;
    private final Beginnings beginnings;
    private final String version;

    /**
     * @param version the simulator's
     */
    public RunRecorder(Services services, Beginnings beginnings, String version) {
        this.services = services;
        this.beginnings = beginnings;
        this.version = version;
    }

    /** The run of a world so far. */
    public byte[] record(World world) {
        var recorded = services.journals().of(world.id()).map(Journal::run).orElse(RecordedRun.NOTHING);
        var begin = beginnings.of(world);
        var run = Json.object()
                .put("by", version)
                .put("takenAt", services.time().now().toString())
                .put("world", world.id());
        run.set("missing", missing(recorded, begin));
        run.set("declared", declared(world));
        credentials(run, world);
        begin.ifPresent(snapshot -> run.set("begin", Json.trusted(form.write(snapshot))));
        run.set("steps", steps(recorded));
        run.putObject("end")
                .put("now", world.now().toString())
                .set("costs", services.accounts().costs(world).toJson());
        return RunFile.write(run);
    }

    private static ArrayNode missing(RecordedRun recorded, Optional<WorldSnapshot> begin) {
        var sentences = Json.mapper().createArrayNode();
        if (recorded.lost() > 0) {
            sentences.add("its journal no longer has " + recorded.lost()
                    + " requests or changes; serve with a larger --journal");
        }
        if (begin.isEmpty()) {
            sentences.add("its world is older than the process that recorded it, so its beginning is not known");
        }
        return sentences;
    }

    /** What a reader wants to know at a glance; the beginning has all of it. */
    private static ObjectNode declared(World world) {
        var settings = world.settings();
        var behaviour = world.find(StateKinds.DECLARATION)
                .map(WorldDeclaration::behaviour)
                .orElse(settings.behaviour());
        var json = Json.object()
                .put("edition", behaviour.edition().id())
                .put("jobTime", behaviour.pace().text())
                .put("limits", behaviour.limits())
                .put("seed", behaviour.seed())
                .put("createdAt", settings.createdAt().toString());
        var quirks = json.putObject("quirks");
        behaviour.quirks().asMap().forEach(quirks::put);
        return json;
    }

    private static void credentials(ObjectNode run, World world) {
        var keys = run.putArray("keys");
        for (var credential : world.settings().credentials()) {
            if (credential.type() == Credential.Type.API_KEY) {
                keys.addObject()
                        .put("name", CredentialMask.maskKey(credential.value()))
                        .put("standIn", KeyTraits.standIn(credential.value()));
            } else {
                run.put("wallet", credential.value());
            }
        }
    }

    private static ArrayNode steps(RecordedRun recorded) {
        var steps = Json.mapper().createArrayNode();
        var form = new RunSteps();
        var changes = new ArrayDeque<ControlChange>(recorded.changes());
        for (var entry : recorded.entries()) {
            while (!changes.isEmpty() && changes.element().after() < entry.n()) {
                steps.add(RunSteps.write(changes.remove()));
            }
            steps.add(form.write(entry));
        }
        changes.forEach(change -> steps.add(RunSteps.write(change)));
        return steps;
    }
}
