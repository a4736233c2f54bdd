package dev.venicesim.consent;

/**
 * One rule of a scenario about prompts.
 *
 * @param test what it looks for
 * @param action what happens to a prompt that has it
 */
public record PromptRule(Test test, Action action) {

    /** What to look for. */
    public sealed interface Test {
        /** Any of these words. */
        record Words(WordList words) implements Test {}

        /** An expression, found anywhere. */
        record Regex(SafePattern pattern) implements Test {}
    }

    /** When and by whom the prompt is refused. */
    public enum Action {
        /** 422 at queue, nothing charged. */
        REFUSED_AT_QUEUE,
        /** Accepted and charged; refused on retrieve. */
        REFUSED_BY_PROVIDER
    }
}
