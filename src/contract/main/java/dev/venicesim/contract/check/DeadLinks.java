package dev.venicesim.contract.check;

import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.http.TargetRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Register of the hosts that download links named and that cannot be reached: each is tried once, and told of once. */
public final class DeadLinks {

    private final Map<String, String> hosts = new HashMap<>();
    private Optional<TargetRequest> first = Optional.empty();
    private boolean isTold;

    /** A link led nowhere, for this reason. */
    synchronized void led(TargetRequest call, String why) {
        hosts.putIfAbsent(host(call), why);
        first = first.or(() -> Optional.of(call));
    }

    /** Fails at once where a request would go to a host that was found dead. */
    synchronized void heed(TargetRequest call) {
        var why = hosts.get(host(call));
        if (why != null) {
            throw new TargetFailure(TargetFailure.Kind.DEAD_LINK, why);
        }
    }

    /** What the first check that needs such a link says, and then the others, which cannot be tried. */
    public synchronized CheckResult result(Target target, TargetFailure failure) {
        if (isTold) {
            return new CheckResult.Skipped("the job's link leads nowhere");
        }
        isTold = true;
        return new CheckResult.Differs(
                List.of(new Difference("/download_url", "a link whose host can be reached", failure.getMessage())),
                first.map(target::curl).orElse(""),
                Map.of());
    }

    private static String host(TargetRequest call) {
        return call.path().startsWith("http") ? call.path().replaceFirst("^(https?://[^/?#]*).*", "$1") : "";
    }
}
