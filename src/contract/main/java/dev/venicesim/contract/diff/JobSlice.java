package dev.venicesim.contract.diff;

import java.util.List;

/**
 * Slice of a conversation that may bring about its last reply: the requests about the job that the last one is about, or
 * else those about none.
 */
final class JobSlice {

    private JobSlice() {}

    static List<ScriptedCall> of(List<ScriptedCall> calls) {
        var last = calls.get(calls.size() - 1);
        var job = last.name().isEmpty() ? last.job() : last.name();
        return calls.stream()
                .filter(call -> job.isEmpty()
                        ? call.job().isEmpty() && call.name().isEmpty()
                        : call.job().equals(job) || call.name().equals(job))
                .toList();
    }
}
