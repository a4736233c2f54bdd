package dev.venicesim.contract.check;

/** Script that looks at what other checks were answered, and so has nothing to say of a run that it did not see. */
@FunctionalInterface
interface EveryReplyScript extends Check.Script {}
