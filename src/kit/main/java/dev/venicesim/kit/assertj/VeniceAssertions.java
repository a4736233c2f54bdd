package dev.venicesim.kit.assertj;

import dev.venicesim.kit.client.Account;
import dev.venicesim.kit.client.Job;
import dev.venicesim.kit.client.VeniceWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/**
 * The entry point of the kit's assertions; has AssertJ's own too, so that one static import of {@code assertThat}
 * serves a test.
 */
public class VeniceAssertions extends Assertions {

    /** For classes that add entry points of their own. */
    protected VeniceAssertions() {}

    public static WorldAssert assertThat(VeniceWorld world) {
        return new WorldAssert(world);
    }

    public static AccountAssert assertThat(Account account) {
        return new AccountAssert(account);
    }

    public static JobAssert assertThat(Job job) {
        return new JobAssert(job);
    }

    /** Bytes, which may be a video's. */
    public static VideoAssert assertThat(byte[] bytes) {
        return new VideoAssert(bytes);
    }

    /** The bytes of a file. */
    public static VideoAssert assertThatVideo(Path file) {
        try {
            return new VideoAssert(Files.readAllBytes(file)).as(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
