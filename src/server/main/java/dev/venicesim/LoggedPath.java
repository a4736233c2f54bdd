package dev.venicesim;

import dev.venicesim.api.Operation;
import dev.venicesim.control.ControlApi;
import dev.venicesim.journal.MediaText;

/** Path as the server's log may have it: without tokens of links, keys and media. */
final class LoggedPath {

    private LoggedPath() {}

    static String of(String path) {
        return path.startsWith(Operation.LINKS) ? Operation.LINKS + "..." : ControlApi.shown(MediaText.masked(path));
    }
}
