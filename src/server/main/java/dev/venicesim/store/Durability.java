package dev.venicesim.store;

/** Durability of what a reply has acknowledged. */
public enum Durability {
    /** The end of the process loses nothing; that of the machine loses what the system had not yet put on the disk. */
    PROCESS,
    /** A loss of power loses nothing either: each write waits for the disk. */
    POWER
}
