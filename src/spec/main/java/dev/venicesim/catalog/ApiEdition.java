package dev.venicesim.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Name and peculiarities of the public API as it stood on a date. All of it is data: a folder under
 * {@code dev/venicesim/editions} and a line in the index there add an edition, which is read when somebody first asks
 * for more than its id. Two are the same if their ids are.
 */
public final class ApiEdition {

    /** The id of the edition that is simulated where nobody names one. */
    public static final String DEFAULT = "2026-06-17";

    /** What stands for the newest edition wherever an id may stand. */
    public static final String LATEST = "latest";

    /** No edition at all, but what the documents say of every one. */
    static final ApiEdition AS_DOCUMENTED = of("documents", EditionData.NONE);

    private final String id;

    /** Null until it is read. */
    private volatile @Nullable EditionData data;

    /** One whose folder is on the class path. No factory: JUnit takes the only one from a text, {@link #of(String)}. */
    ApiEdition(String id) {
        this.id = id;
    }

    private ApiEdition(String id, EditionData data) {
        this.id = id;
        this.data = data;
    }

    /** One that is made of these data, which need no folder. */
    static ApiEdition of(String id, EditionData data) {
        return new ApiEdition(id, data);
    }

    /** All there are, the oldest first. */
    public static List<ApiEdition> all() {
        return EditionIndex.SHIPPED;
    }

    /** The newest. */
    public static ApiEdition latest() {
        return all().get(all().size() - 1);
    }

    /** The edition of this id; {@code latest} is the newest. */
    public static Optional<ApiEdition> find(String id) {
        return id.equals(LATEST)
                ? Optional.of(latest())
                : all().stream().filter(edition -> edition.id.equals(id)).findFirst();
    }

    /**
     * The edition of this id.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static ApiEdition of(String id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException("no edition is called \"" + id + "\"; give " + choices()));
    }

    /** What there is to choose from, in words. */
    public static String choices() {
        return all().stream().map(ApiEdition::id).collect(Collectors.joining(", ")) + " or " + LATEST;
    }

    /** The date that names it, as users write it. */
    public String id() {
        return id;
    }

    /** The version of its OpenAPI file, which is also the value of the {@code x-venice-version} header. */
    public String apiVersion() {
        return data().apiVersion();
    }

    /** The id of the edition whose schemas it has where it brings none of its own; empty for none. */
    public Optional<String> derivedFrom() {
        return data().derivedFrom();
    }

    /** The quirks that stand here at another value than the documented one, by label. */
    public Map<String, String> quirks() {
        return data().quirks();
    }

    /** Operations that are not there yet, such as {@code GET /billing/usage-history}, and why. */
    public Map<String, String> absent() {
        return data().absent();
    }

    /** Operations that answer 410 to everybody, and why. */
    public Map<String, String> gone() {
        return data().gone();
    }

    /** What {@code GET /models/traits} says, by type. */
    public Map<String, Map<String, String>> traits() {
        return data().traits();
    }

    /** The value at which a quirk stands here. */
    String usual(ApiQuirk quirk) {
        return quirks().getOrDefault(quirk.label(), quirk.defaultValue());
    }

    private EditionData data() {
        var known = data;
        if (known == null) {
            // two at once read the same
            known = EditionData.read(id);
            data = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiEdition edition && id.equals(edition.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
