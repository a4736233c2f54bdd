package dev.venicesim.cli;

import dev.venicesim.CannotStartException;
import dev.venicesim.replay.NotPlayed;
import dev.venicesim.replay.RunPlayer;
import dev.venicesim.replay.Stage;
import dev.venicesim.run.RunFile;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** Simulator that serves the world of a run as it stood after one of its requests, until it is told to stop. */
record ServedRun(RunFile file, int port, PrintWriter out) {

    /** Serves it until the process ends, or this thread is interrupted. */
    void after(long last) throws InterruptedException {
        var count = file.requests().size();
        if (last < 0 || (last != Long.MAX_VALUE && last > count)) {
            throw CommandFailure.misuse(new IllegalArgumentException(
                    "fork cannot be " + last + ": give 0 to " + count + ", since the run has so many requests"));
        }
        try (var player = RunPlayer.open(file, Stage.SAME.onPort(port))) {
            var played = player.play(last);
            var key = player.handOver(last);
            played.notPlayed().stream().map(ServedRun::line).forEach(out::println);
            out.println("venice-sim world after " + played.requests().size() + " requests, API key " + key);
            out.println("venice-sim console " + player.simulator().origin() + "/__sim");
            out.println("venice-sim ready " + player.simulator().origin() + " edition=" + file.edition());
            out.flush();
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misuse(e);
        } catch (CannotStartException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static String line(NotPlayed one) {
        return PlainText.of("request " + one.request().n() + " is not played: " + one.why());
    }
}
