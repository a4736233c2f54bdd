package dev.venicesim.media.probe.facts;

/** State of reading: how far a medium could be read. */
public enum MediaState {
    /** Nothing wrong was found; of formats that are only recognised, nothing more was looked at. */
    READABLE,
    /** The file ends before its own headers say it does; measures are those of the part that is there. */
    TRUNCATED,
    /** The file contradicts its format, or is of none we know. */
    CORRUPT,
    /** The data URL's payload is not what its encoding says: illegal characters, or a length no base64 has. */
    UNDECODABLE,
    /** A medium behind an http(s) URL: never fetched, so known only by what its name or the user declares. */
    UNFETCHED
}
