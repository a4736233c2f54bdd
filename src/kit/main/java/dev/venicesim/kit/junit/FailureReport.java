package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.ControlException;
import dev.venicesim.kit.client.VeniceWorld;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Report that stands under a failed test's own message: the world's journal and findings. */
final class FailureReport extends Exception {

    private static final long serialVersionUID = 1;

    private static final int LATEST = 20;

    private FailureReport(String text) {
        super(text, null, false, false);
    }

    /** Hangs the report on a failure, so that every tool that prints the failure prints it too. */
    static void attach(Throwable failure, VeniceWorld world, Worlds worlds, ExtensionContext context) {
        failure.addSuppressed(new FailureReport(text(world, worlds) + KeptRun.of(world, context)));
    }

    private static String text(VeniceWorld world, Worlds worlds) {
        try {
            var requests = world.requests();
            var shown = requests.subList(Math.max(0, requests.size() - LATEST), requests.size());
            var left = requests.size() - shown.size();
            return "what the simulator saw in this test's world"
                    + (left > 0 ? " (" + left + " earlier requests left out)" : "")
                    + ":\n"
                    + (shown.isEmpty() ? nothing(world, worlds) : lines(shown, ""))
                    + findings(world);
        } catch (ControlException e) {
            return "the world's journal could not be read: " + e.getMessage();
        }
    }

    private static String nothing(VeniceWorld world, Worlds worlds) {
        var strays = world.strays();
        if (!strays.isEmpty()) {
            return "  no request reached the API, but some came with this world's key; give the client the world's baseUrl(), "
                    + world.baseUrl() + ", as it is:\n" + lines(strays, "");
        }
        var kept = worlds == Worlds.PER_JVM
                ? ""
                : " If the application keeps a key from an earlier test or class, as with Spring and Quarkus, set worlds = Worlds.PER_JVM.";
        return "  no request reached it; does the client use the world's baseUrl() and apiKey()?" + kept;
    }

    private static String findings(VeniceWorld world) {
        try {
            var findings = world.findings();
            return findings.isEmpty() ? "" : "\nfindings:\n" + lines(findings, "");
        } catch (ControlException e) {
            return "\nfindings could not be read: " + e.getMessage();
        }
    }

    static String lines(List<?> items, String none) {
        if (items.isEmpty()) {
            return "  " + none;
        }
        return String.join("\n", items.stream().map(item -> "  " + item).toList());
    }
}
