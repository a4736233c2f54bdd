package dev.venicesim.billing.reads;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Form of instants that all the API's billing reads share. */
final class WireTime {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireTime() {}

    /** As JavaScript prints an instant: {@code 2026-04-03T12:34:56.000Z}. */
    static String time(Instant instant) {
        return MILLIS.format(instant);
    }
}
