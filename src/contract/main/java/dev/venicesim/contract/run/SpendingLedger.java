package dev.venicesim.contract.run;

import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Ledger of what runs have spent: one JSON line for each payment, written before it is made. Runs at the same time append
 * to one file, each line whole.
 */
final class SpendingLedger {

    private final Path file;

    SpendingLedger(Path file) {
        this.file = file;
    }

    /**
     * What was spent in the calendar month of an instant, UTC.
     *
     * @throws IllegalArgumentException if the file is no ledger, for then nobody knows what was spent
     */
    Usd spentInMonthOf(Instant now) {
        if (!Files.exists(file)) {
            return Usd.ZERO;
        }
        var month = now.toString().substring(0, 7);
        var spent = Usd.ZERO;
        try {
            for (var line : Files.readAllLines(file)) {
                var row = Json.read(line.getBytes(StandardCharsets.UTF_8));
                if (row.path("at").asText().startsWith(month)) {
                    spent = spent.plus(Usd.parse(row.path("usd").asText()));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "ledger cannot be \"" + file + "\": it is no ledger of check; give another file", e);
        }
        return spent;
    }

    void paid(Instant now, String target, Usd usd) {
        var row = Json.object().put("at", now.toString()).put("target", target).put("usd", usd.toString());
        var line = new String(Json.bytes(row), StandardCharsets.UTF_8) + "\n";
        try (var channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                var lock = channel.lock()) {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (lock.isValid() && bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("ledger " + file + " cannot be written; nothing is paid without it", e);
        }
    }
}
