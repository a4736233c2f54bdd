package dev.venicesim.control;

import dev.venicesim.run.RunRecorder;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldRegistry;

/** Call that gives the run of a world. */
final class RunCalls {

    private final RunRecorder recorder;
    private final WorldRegistry worlds;

    RunCalls(ControlContext context) {
        this.recorder = new RunRecorder(context.services(), context.live().beginnings(), context.version());
        this.worlds = context.services().worlds();
    }

    Reply show(World world) {
        if (world.id().equals(WorldRegistry.ANONYMOUS)) {
            throw ProblemException.notFound(
                    "the anonymous world belongs to the server; a run is of a world that has a credential");
        }
        if (!worlds.has(world)) {
            throw ProblemException.notFound("this key has no world yet; it gets one when it first changes something");
        }
        return Reply.bytes(200, Reply.JSON, recorder.record(world));
    }
}
