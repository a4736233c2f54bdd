package dev.venicesim.kit.junit;

/** Which tests share a world. */
public enum Worlds {
    /** Every test has its own, with a random key; tests may run in parallel. */
    PER_TEST,
    /** All tests of a class use one key, whose world is made anew before each; for applications that are configured once. */
    PER_CLASS
}
