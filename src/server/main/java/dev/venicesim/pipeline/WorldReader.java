package dev.venicesim.pipeline;

import dev.venicesim.time.TimeSource;
import dev.venicesim.world.World;
import java.time.temporal.ChronoUnit;

/** Reader of worlds: settings, policies and clock together. */
record WorldReader(PolicyCache policies, TimeSource time) {

    WorldReading read(World world) {
        var settings = world.settings();
        var realNow = time.now();
        var now = settings.clock().at(realNow).truncatedTo(ChronoUnit.MILLIS);
        return new WorldReading(settings, policies.of(settings.behaviour()), now, realNow);
    }
}
