package dev.venicesim.control;

import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;

/**
 * The root of the server: a browser that is sent there is led to the page that shows the worlds; whatever else comes
 * goes on.
 */
public final class FrontDoor implements Handler {

    private final Handler next;

    public FrontDoor(Handler next) {
        this.next = next;
    }

    @Override
    public Reply handle(Request request) {
        var fromBrowser = request.path().equals("/")
                && request.method().equals("GET")
                && request.header("Accept")
                        .filter(accept -> accept.contains("text/html"))
                        .isPresent();
        return fromBrowser ? toThePage() : next.handle(request);
    }

    @Override
    public Reply.Now tooLarge(Request request) {
        return next.tooLarge(request);
    }

    private static Reply toThePage() {
        return Reply.empty(302).with("Location", ControlApi.ROOT);
    }
}
