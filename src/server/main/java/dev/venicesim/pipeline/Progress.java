package dev.venicesim.pipeline;

import dev.venicesim.wire.Reply;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Progress of a request through the pipeline, after one step: an {@link Exchange} goes on to the next step at once. */
sealed interface Progress permits Exchange, Progress.Later, Progress.Over {

    /**
     * A request that goes on when something has happened.
     *
     * @param stage how it goes on then
     * @param on where the steps that follow are taken
     */
    record Later(CompletionStage<? extends Progress> stage, Executor on) implements Progress {

        /** Goes on where the stage is completed. */
        static Later there(CompletionStage<? extends Progress> stage) {
            return new Later(stage, Runnable::run);
        }
    }

    /** The end: the steps that follow are not taken, so that nothing is written down of the request either. */
    record Over(Reply reply) implements Progress {}
}
