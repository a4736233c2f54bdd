package dev.venicesim.contract.spending;

import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.time.TimeSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * Ledger of what runs have spent: one JSON line for each payment, written before it is made. Whoever pays asks what the
 * month has left and writes its line under one lock of the file, so that runs at the same time share one cap.
 */
public final class SpendingLedger {

    /** A file's lock is one of processes; threads of this one need their own. */
    private static final Object THIS_PROCESS = new Object();

    private final Path file;
    private final Optional<Usd> maxUsdMonth;
    private final String target;
    private final TimeSource time;

    /** Step that is taken while nobody else reads or writes the file. */
    @FunctionalInterface
    private interface Step<T> {
        T take(FileChannel channel) throws IOException;
    }

    private SpendingLedger(LedgerFile given, String target, TimeSource time) {
        this.file = given.path();
        this.maxUsdMonth = given.maxUsdMonth();
        this.target = target;
        this.time = time;
    }

    /** The ledger of a file, which is made if it is not there. */
    static SpendingLedger open(LedgerFile given, String target, TimeSource time) {
        var ledger = new SpendingLedger(given, target, time);
        ledger.alone(channel -> ledger.spent(channel, time.now()));
        return ledger;
    }

    /** Writes a price down, or says why it must not be paid. */
    Optional<String> pay(Usd price) {
        var now = time.now();
        return alone(channel -> {
            var spent = spent(channel, now);
            var over = maxUsdMonth.filter(most -> most.isLessThan(spent.plus(price)));
            if (over.isEmpty()) {
                append(channel, now, price);
            }
            return over.map(most -> "it would cost " + price + " USD, and " + spent + " of " + most
                    + " USD are spent this month, as " + file + " has it");
        });
    }

    /** Writes down what was taken unasked. */
    void taken(Usd usd) {
        alone(channel -> {
            append(channel, time.now(), usd);
            return usd;
        });
    }

    private <T> T alone(Step<T> step) {
        synchronized (THIS_PROCESS) {
            try (var channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("its lock was lost");
                }
                return step.take(channel);
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "ledger cannot be \"" + file + "\": " + reason(e)
                                + "; give a file that can be written, for nothing is paid without it",
                        e);
            }
        }
    }

    private String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof NoSuchFileException) {
            return "its folder is not there";
        }
        if (Files.isDirectory(file)) {
            return "it is a directory";
        }
        return e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(e.getMessage());
    }

    private Usd spent(FileChannel channel, Instant now) throws IOException {
        var month = now.toString().substring(0, 7);
        var spent = Usd.ZERO;
        var text = new String(Channels.newInputStream(channel.position(0)).readAllBytes(), StandardCharsets.UTF_8);
        try {
            for (var line : text.lines().toList()) {
                var row = Json.read(line.getBytes(StandardCharsets.UTF_8));
                var usd = Usd.parse(row.path("usd").asText());
                if (row.path("at").asText().startsWith(month)) {
                    spent = spent.plus(usd);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "ledger cannot be \"" + file + "\": it is no ledger of check; give another file", e);
        }
        return spent;
    }

    private void append(FileChannel channel, Instant now, Usd usd) throws IOException {
        var row = Json.object().put("at", now.toString()).put("target", target).put("usd", usd.toString());
        var line = ByteBuffer.wrap(
                (new String(Json.bytes(row), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(true);
    }
}
