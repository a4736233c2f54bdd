package dev.venicesim.replay;

import dev.venicesim.run.RunFile;
import dev.venicesim.run.RunRequest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Run that was played again.
 *
 * @param requests those of the file that were played, in order
 * @param notPlayed the others
 * @param now the run that came of it, with a request for each that was played
 */
public record Played(List<RunRequest> requests, List<NotPlayed> notPlayed, RunFile now) {

    /** How each request that was played is answered now, by its number in the file. */
    SortedMap<Long, RunRequest.Answer> answers() {
        var answered = now.requests();
        if (answered.size() != requests.size()) {
            throw new IllegalStateException(
                    "of " + requests.size() + " requests that were played the journal has " + answered.size());
        }
        var answers = new TreeMap<Long, RunRequest.Answer>();
        for (var at = 0; at < answered.size(); at++) {
            answers.put(requests.get(at).n(), answered.get(at).answer());
        }
        return answers;
    }
}
