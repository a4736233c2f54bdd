package dev.venicesim.error;

/** Form of a content 422: where its token stands. Source: docs/api/disagreements.md#token-of-a-content-refusal. */
public enum ContentForm {
    /** Text in {@code error}, token in {@code code}. */
    MESSAGE,
    /** Token in {@code error}, nothing else. */
    TOKEN
}
