package dev.venicesim.catalog;

import java.util.List;

/** The editions that tests speak of by name. */
public final class TestEditions {

    public static final ApiEdition JUNE = ApiEdition.of("2026-06-17");
    public static final ApiEdition AUGUST = ApiEdition.of("2026-08-21");

    private TestEditions() {}

    static List<ApiEdition> all() {
        return ApiEdition.all();
    }
}
