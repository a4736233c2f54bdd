package dev.venicesim.tap;

import java.io.IOException;

/** End of a reply before it was whole, by its target. */
final class TargetBrokeException extends IOException {

    private static final long serialVersionUID = 1;

    TargetBrokeException(IOException cause) {
        super(cause);
    }
}
