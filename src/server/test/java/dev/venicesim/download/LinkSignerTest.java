package dev.venicesim.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinkSignerTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final LinkTarget TARGET = new LinkTarget("w-7f3a", "019d39c4-97d7-76b0-bc56-5ca8467cced1");

    private final LinkSigner signer = signer(1);

    private static LinkSigner signer(int seed) {
        var key = new byte[LinkSigner.KEY_BYTES];
        Arrays.fill(key, (byte) seed);
        return new LinkSigner(key);
    }

    @Test
    void opensWhatItSigned() {
        assertThat(signer.verify(signer.sign(TARGET))).contains(TARGET);
    }

    @Property(tries = 200)
    void opensEveryTargetAndNeedsNoEscapingInAUrl(
            @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = 'ſ') String world,
            @ForAll @StringLength(max = 40) String job) {
        var target = new LinkTarget(world, job.replaceAll("\\p{Cs}", ""));

        var token = signer.sign(target);

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(signer.verify(token)).contains(target);
    }

    @Property(tries = 500)
    void opensNoTokenWithACharacterChanged(@ForAll @IntRange(max = 200) int at, @ForAll @IntRange(max = 63) int with) {
        var token = signer.sign(TARGET);
        var index = at % token.length();
        var forged = token.substring(0, index) + ALPHABET.charAt(with) + token.substring(index + 1);

        assertThat(signer.verify(forged).isPresent()).isEqualTo(forged.equals(token));
    }

    @Test
    void opensNoCutOrLengthenedToken() {
        var token = signer.sign(TARGET);

        for (var length = 0; length < token.length(); length++) {
            assertThat(signer.verify(token.substring(0, length))).isEmpty();
        }
        assertThat(signer.verify(token + "A")).isEmpty();
        assertThat(signer.verify(token + "=")).isEmpty();
        assertThat(signer.verify(token + "A".repeat(1_000_000))).isEmpty();
    }

    @Test
    void opensNoTokenInAnotherSpelling() {
        for (var job = 0; job < 3; job++) {
            var target = new LinkTarget("w", "j".repeat(job));
            var token = signer.sign(target);
            var padded =
                    Base64.getUrlEncoder().encodeToString(Base64.getUrlDecoder().decode(token));
            var last = ALPHABET.indexOf(token.charAt(token.length() - 1));
            var neighbour = token.substring(0, token.length() - 1) + ALPHABET.charAt(last ^ 1);

            assertThat(signer.verify(padded).isPresent()).isEqualTo(padded.equals(token));
            assertThat(signer.verify(neighbour)).isEmpty();
        }
    }

    @Test
    void opensNoTokenOfAnotherKey() {
        assertThat(signer.verify(signer(2).sign(TARGET))).isEmpty();
    }

    @Test
    void opensNothingThatIsNoToken() {
        assertThat(signer.verify("")).isEmpty();
        assertThat(signer.verify("../../etc/passwd")).isEmpty();
        assertThat(signer.verify("ünïcödé")).isEmpty();
        assertThat(signer.verify("A".repeat(43))).isEmpty();
    }

    @Test
    void tellsApartIdsThatRunTogether() {
        assertThat(signer.sign(new LinkTarget("ab", "c"))).isNotEqualTo(signer.sign(new LinkTarget("a", "bc")));
    }

    @Test
    void wantsAWholeKeyAndShortIds() {
        assertThatThrownBy(() -> new LinkSigner(new byte[31])).hasMessage("a link key has 32 bytes, not 31");
        assertThatThrownBy(() -> signer.sign(new LinkTarget("w".repeat(128), "j")))
                .hasMessageStartingWith("an id has at most 127 bytes");
    }

    @Test
    void keepsTheKeyItWasGiven() {
        var key = new byte[LinkSigner.KEY_BYTES];
        var kept = new LinkSigner(key);
        var token = kept.sign(TARGET);
        key[0] = 1;

        assertThat(kept.sign(TARGET)).isEqualTo(token);
    }

    @Test
    void signsForManyThreadsAtOnce() throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(16);
        var tasks = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 500; i++) {
            var target = new LinkTarget("w" + i, "j" + i);
            tasks.add(() ->
                    signer.verify(signer.sign(target)).filter(target::equals).isPresent());
        }
        for (var opened : pool.invokeAll(tasks)) {
            assertThat(opened.get()).isTrue();
        }
        pool.shutdown();
    }

    /** How long a comparison takes tells nothing of where two codes differ. */
    @Test
    void comparesCodesInConstantTime() {
        var calls = new com.tngtech.archunit.core.importer.ClassFileImporter()
                .importClasses(LinkSigner.class).get(LinkSigner.class).getMethodCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner().getSimpleName() + "." + call.getName())
                        .toList();
        assertThat(calls).contains("MessageDigest.isEqual").doesNotContain("Arrays.equals");
    }
}
