package dev.venicesim.endpoint;

import dev.venicesim.error.Verdict;

/** Where prompt and faces are judged: content policy, then consent. */
final class ContentCheck {

    Verdict<Draft> check(Call call, Draft draft) {
        return Verdict.accept(draft);
    }

    /** Keeps what was attested, once the job is accepted. */
    void remember(Call call, Draft draft, String queueId) {}
}
