package dev.venicesim.error;

import java.util.function.Function;

/** Verdict of a stage: a value to go on with, or a refusal. */
public sealed interface Verdict<T> {

    record Accepted<T>(T value) implements Verdict<T> {}

    record Refused<T>(Refusal refusal) implements Verdict<T> {}

    static <T> Verdict<T> accept(T value) {
        return new Accepted<>(value);
    }

    static <T> Verdict<T> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Verdict<T> refuse(ApiError error, String why) {
        return new Refused<>(new Refusal(error, why));
    }

    /** The next stage's verdict on this value, or this refusal. */
    default <R> Verdict<R> then(Function<? super T, ? extends Verdict<R>> next) {
        if (this instanceof Accepted<T> accepted) {
            return next.apply(accepted.value());
        }
        return new Refused<>(((Refused<T>) this).refusal());
    }

    /** The end of a chain: either branch as one value. */
    default <R> R fold(Function<? super T, ? extends R> accepted, Function<? super Refusal, ? extends R> refused) {
        if (this instanceof Accepted<T> value) {
            return accepted.apply(value.value());
        }
        return refused.apply(((Refused<T>) this).refusal());
    }
}
