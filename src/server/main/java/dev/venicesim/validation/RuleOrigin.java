package dev.venicesim.validation;

/**
 * Name and provenance of a rule.
 *
 * @param id its name in the why of a refusal
 * @param source where it was taken from
 * @param date ISO day on which the source last showed it
 */
public record RuleOrigin(String id, String source, String date) {

    @Override
    public String toString() {
        return id + " (" + source + ", " + date + ")";
    }
}
