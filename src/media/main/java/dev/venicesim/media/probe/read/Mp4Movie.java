package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.facts.Measures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** State of reading an MP4 or QuickTime file: what is known of it so far. */
final class Mp4Movie {

    private static final int MOST_TRACKS = 64;

    long ticksPerSecond;
    long headerTicks;
    Duration indexed = Duration.ZERO;
    private final List<Mp4Track> tracks = new ArrayList<>();
    private final Map<Long, Mp4Track> byId = new HashMap<>();

    /** Takes what belongs to no track. */
    final Mp4Track nowhere = new Mp4Track();

    Mp4Track newTrack() {
        if (tracks.size() == MOST_TRACKS) {
            return nowhere;
        }
        Mp4Track track = new Mp4Track();
        tracks.add(track);
        return track;
    }

    /** Names a track by the first header it has. */
    void name(Mp4Track track, long id) {
        if (track != nowhere && !track.named) {
            track.named = true;
            byId.putIfAbsent(id, track);
        }
    }

    /** The track with this id, or {@link #nowhere}; found by one look, for a file may ask every eight bytes. */
    Mp4Track track(long id) {
        return byId.getOrDefault(id, nowhere);
    }

    boolean hasTracks() {
        return !tracks.isEmpty();
    }

    /**
     * The measures of the first video track, or where there is none of the first with sound; a movie header may say
     * anything.
     */
    Measures measures() {
        Measures measures = Measures.NONE;
        for (Mp4Track track : tracks) {
            measures = track.describe(measures);
        }
        Duration duration = first(Mp4Track.VIDEO)
                .or(() -> first(Mp4Track.SOUND))
                .map(track -> track.duration(ticksPerSecond))
                .filter(known -> !known.isZero())
                .orElseGet(this::claimed);
        return duration.isZero() ? measures : measures.withDuration(duration);
    }

    private Duration claimed() {
        return indexed.isZero() ? SaturatingMath.seconds(headerTicks, ticksPerSecond) : indexed;
    }

    private Optional<Mp4Track> first(int handler) {
        return tracks.stream().filter(track -> track.handler == handler).findFirst();
    }
}
