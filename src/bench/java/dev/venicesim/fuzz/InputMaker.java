package dev.venicesim.fuzz;

import java.util.random.RandomGenerator;

/** Maker of inputs of one kind; the same random numbers make the same input. */
@FunctionalInterface
interface InputMaker {
    FuzzInput make(RandomGenerator random);

    /** One of several things. */
    @SafeVarargs
    static <T> T one(RandomGenerator random, T... of) {
        return of[random.nextInt(of.length)];
    }
}
