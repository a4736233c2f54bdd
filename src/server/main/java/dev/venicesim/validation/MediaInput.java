package dev.venicesim.validation;

import dev.venicesim.error.ViolationPath;

/**
 * A medium named in a request.
 *
 * @param role what it is for
 * @param path where it stands, for the errors about it
 * @param value an http(s) address, or a data URL; a long data URL may have been replaced by a placeholder with the same
 *     head
 */
public record MediaInput(MediaRole role, ViolationPath path, String value) {

    public boolean isDataUrl() {
        return value.regionMatches(true, 0, "data:", 0, 5);
    }
}
