package dev.venicesim.run;

import java.time.Instant;

/** Step of a run: something that a client asked, or that was changed by hand. */
public sealed interface RunStep permits RunRequest, RunChange {

    /** The instant of the outside world by which it was judged. */
    Instant real();
}
