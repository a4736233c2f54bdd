package dev.venicesim.kit.junit;

/** Sharing of worlds: which tests use the same one. */
public enum Worlds {
    /** Every test has its own, with a random key; tests may run in parallel. */
    PER_TEST,
    /**
     * All tests of a class use one key, whose world is made anew before each; for applications that each class
     * configures.
     */
    PER_CLASS,
    /**
     * All tests of the JVM whose classes say so use one key, whose world is made anew before each; for frameworks that
     * keep an application from class to class, as Spring and Quarkus do.
     */
    PER_JVM;

    boolean shared() {
        return this != PER_TEST;
    }
}
