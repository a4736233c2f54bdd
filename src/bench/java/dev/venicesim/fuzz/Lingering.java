package dev.venicesim.fuzz;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Connections that this end has closed and the other has not, yet: a client that reads nothing has a minute, and an idle
 * connection another one. None may stay for longer.
 */
final class Lingering {

    private static final long MOST_SECONDS = 240;

    private final ConcurrentLinkedQueue<Left> left = new ConcurrentLinkedQueue<>();

    private record Left(Socket socket, String input, long since) {}

    void add(Socket socket, String input) {
        left.add(new Left(socket, input, System.nanoTime()));
    }

    /** Forgets those that have ended; says which have stayed too long. */
    List<String> overdue() {
        var wrong = new ArrayList<String>();
        left.removeIf(each -> {
            if (ended(each.socket())) {
                return true;
            }
            var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - each.since());
            if (seconds > MOST_SECONDS) {
                wrong.add(each.input() + ": its connection is open after " + seconds + " s");
            }
            return seconds > MOST_SECONDS;
        });
        return wrong;
    }

    /** Waits for all of them. */
    List<String> last() throws InterruptedException {
        var wrong = new ArrayList<String>();
        while (!left.isEmpty()) {
            wrong.addAll(overdue());
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return wrong;
    }

    private static boolean ended(Socket socket) {
        try {
            socket.setSoTimeout(1);
            var buffer = new byte[16 * 1024];
            while (socket.getInputStream().read(buffer) >= 0) {
                Thread.onSpinWait();
            }
            socket.close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
