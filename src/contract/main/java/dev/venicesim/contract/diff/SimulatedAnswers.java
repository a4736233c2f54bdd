package dev.venicesim.contract.diff;

import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers of a simulator to what a target is asked. It is opened when it is first asked, counts no requests, and answers a
 * request that it has had from memory. Safe for several threads.
 */
public final class SimulatedAnswers implements AutoCloseable {

    private final ComparedSimulator.Maker simulators;
    private final Map<String, String> quirks;
    private final Map<TargetRequest, TargetReply> known = new ConcurrentHashMap<>();
    private Optional<ComparedSimulator> opened = Optional.empty();

    /**
     * @param simulators of the edition that the target is compared with
     * @param quirks what the target is known to do otherwise than the edition, by label
     */
    public SimulatedAnswers(ComparedSimulator.Maker simulators, Map<String, String> quirks) {
        this.simulators = simulators;
        this.quirks = Map.copyOf(quirks);
    }

    /** What the simulator answers. */
    public TargetReply to(TargetRequest call) throws InterruptedException {
        var before = known.get(call);
        if (before != null) {
            return before;
        }
        var reply = simulator().target().askAtOnce(call);
        known.put(call, reply);
        return reply;
    }

    /**
     * Where a target's reply to a request is otherwise, as far as it can be compared.
     *
     * @param isSimulator whether the target is one too, so that what is documented nowhere has to be the same
     */
    public List<ReplyDifference> differences(
            TargetRequest call, TargetReply theirs, String baseUrl, boolean isSimulator) throws InterruptedException {
        var ours = to(call);
        var form = new AnswerForm(simulator().target().baseUrl(), baseUrl, isSimulator);
        return form.differences(call, ours, theirs);
    }

    private synchronized ComparedSimulator simulator() {
        if (opened.isEmpty()) {
            opened = Optional.of(simulators.open(quirks, false));
        }
        return opened.get();
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(ComparedSimulator::close);
        opened = Optional.empty();
    }
}
