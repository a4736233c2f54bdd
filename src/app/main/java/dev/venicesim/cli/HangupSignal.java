package dev.venicesim.cli;

import dev.venicesim.Simulator;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handler of SIGHUP, by which servers are told to read their files again. Java has no signals but in a package that
 * javac warns of whatever it is told, so it is asked for by name.
 */
final class HangupSignal {

    private static final Logger LOG = LoggerFactory.getLogger("dev.venicesim.worlds");

    private HangupSignal() {}

    /** From now on this is done at each SIGHUP; where there is no such signal, never. */
    static void doing(Runnable work) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var works = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        work.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), works);
        } catch (ReflectiveOperationException e) {
            LOG.info(
                    "this system has no SIGHUP; PUT /__sim/worlds declares worlds again, GET /__sim/worlds/{id}/run gives a run");
        }
    }

    /** Reads the file of worlds again. */
    static void declare(Simulator server) {
        try {
            LOG.info("{} worlds are as the file declares them", server.declareWorlds());
        } catch (IllegalArgumentException e) {
            LOG.error("{}; nothing has changed", e.getMessage());
        }
    }
}
