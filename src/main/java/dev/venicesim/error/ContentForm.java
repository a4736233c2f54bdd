package dev.venicesim.error;

/** Where the token of a content 422 stands. Source: api-facts 11 #12. */
public enum ContentForm {
    /** Text in {@code error}, token in {@code code}. */
    MESSAGE,
    /** Token in {@code error}, nothing else. */
    TOKEN
}
