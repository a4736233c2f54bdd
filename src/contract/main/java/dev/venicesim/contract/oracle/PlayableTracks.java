package dev.venicesim.contract.oracle;

import dev.venicesim.contract.oracle.TrackBoxes.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judge of whether the tracks of a whole MP4 can be played: lengths that agree with one another, samples that are timed,
 * and what a decoder needs to begin. Source: docs/api/retrieve.md#status-or-video,
 * docs/api/retrieve.md#files-as-they-are-delivered.
 */
final class PlayableTracks {

    private static final double SLACK_SECONDS = 1;

    /** Fields before the boxes of an entry for pictures, and of one for sound. */
    private static final int PICTURE_FIELDS = 78;

    private static final int RATE_AT = 24;
    private static final Map<String, String> SETTINGS =
            Map.of("avc1", "avcC", "avc3", "avcC", "hvc1", "hvcC", "hev1", "hvcC", "av01", "av1C", "vp09", "vpcC");

    private static final Set<Integer> PROFILES = Set.of(66, 77, 88, 100, 110, 122, 244);
    private static final int SEQUENCE = 7;

    private PlayableTracks() {}

    /** What is wrong with them, in words. */
    static List<String> complaints(byte[] file) {
        try {
            var found = new ArrayList<String>();
            var tracks = TrackBoxes.of(file);
            var pictures =
                    tracks.stream().filter(track -> track.kind().equals("vide")).findFirst();
            for (var track : tracks) {
                if (track.kind().equals("vide")) {
                    lengths(track, "picture", track.mediaSeconds(), found);
                    picture(track, found);
                } else if (track.kind().equals("soun")) {
                    var wanted = pictures.map(TrackBoxes::mediaSeconds).orElse(track.mediaSeconds());
                    lengths(track, "sound", wanted, found);
                    sound(track, found);
                }
            }
            return found;
        } catch (IndexOutOfBoundsException e) {
            return List.of("a table of a track is shorter than what it has to hold");
        }
    }

    private static void lengths(TrackBoxes track, String name, double wanted, List<String> found) {
        if (!track.isEnabled()) {
            found.add("its " + name + " track is switched off");
        }
        if (track.samples() == 0 || track.timedSamples() != track.samples()) {
            found.add("its " + name + " track has " + track.samples() + " samples and times " + track.timedSamples());
        }
        Map.of(
                        "media", track.mediaSeconds(),
                        "head", track.headSeconds(),
                        "edit list", track.playedSeconds(),
                        "samples", track.timedSeconds())
                .forEach((part, seconds) -> {
                    if (!(Math.abs(seconds - wanted) < SLACK_SECONDS)) {
                        found.add("the " + part + " of its " + name + " track last " + seconds + " s, and not about "
                                + wanted);
                    }
                });
    }

    private static void picture(TrackBoxes track, List<String> found) {
        var entry = track.entry();
        var needed = entry.map(box -> SETTINGS.getOrDefault(box.type(), "")).orElse("");
        if (entry.isEmpty() || needed.isEmpty()) {
            return;
        }
        var settings = track.inEntry(entry.get(), PICTURE_FIELDS, needed);
        if (settings.isEmpty()) {
            found.add("its picture track lacks " + needed + ", without which no decoder begins");
        } else if (needed.equals("avcC")) {
            sequence(track, settings.get()).ifPresent(found::add);
        }
    }

    /** What is wrong with the settings of H.264: they repeat the profile of the first parameter set, which follows. */
    private static Optional<String> sequence(TrackBoxes track, Box settings) {
        var at = settings.start();
        var profile = track.octet(at + 1);
        if (track.octet(at) != 1 || !PROFILES.contains(profile)) {
            return Optional.of("its avcC is of version " + track.octet(at) + " and profile " + profile);
        }
        var sets = track.octet(at + 5) & 31;
        var unit = track.octet(at + 8) & 31;
        return sets == 0 || unit != SEQUENCE || track.octet(at + 9) != profile
                ? Optional.of("its avcC holds no parameter set of its profile " + profile)
                : Optional.empty();
    }

    private static void sound(TrackBoxes track, List<String> found) {
        track.entry().ifPresent(entry -> {
            if (!entry.type().equals("mp4a")) {
                found.add("its sound is " + entry.type() + ", and not mp4a");
            }
            var rate = track.number(entry, RATE_AT) >>> 16;
            if (rate < 8000) {
                found.add("its sound has " + rate + " samples a second");
            }
        });
    }
}
