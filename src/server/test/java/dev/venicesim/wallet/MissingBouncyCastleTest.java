package dev.venicesim.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.crypto.HidingClassLoader;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MissingBouncyCastleTest {

    private static final String REMEDY = "org.bouncycastle:bcprov-jdk18on";

    @Test
    void namesWhatToAddWhereAnEvmWalletComesAlongAndWorksOtherwise() throws ReflectiveOperationException {
        var answers = answersOf(new HidingClassLoader("org.bouncycastle"));
        assertThat(answers.get("key")).isEqualTo("accepted");
        assertThat(answers.get("sign-in-solana")).isEqualTo("accepted");
        assertThat(answers.get("payments-solana")).isEqualTo("accepted");
        assertThat(answers.get("sign-in-evm")).startsWith("503 ").contains(REMEDY);
        assertThat(answers.get("payments-evm"))
                .startsWith("503 ")
                .contains("X402_NOT_CONFIGURED")
                .contains(REMEDY);
        assertThat(answers.get("wallet")).contains(REMEDY);
    }

    @Test
    void findsNothingMissingWhereItIsThere() throws ReflectiveOperationException {
        assertThat(answersOf(new HidingClassLoader("no.such.library")).values())
                .noneMatch(answer -> answer.contains(REMEDY));
    }

    /** The class is another than this test's own, so it is only known by what the JDK calls it. */
    private static Map<?, String> answersOf(ClassLoader loader) throws ReflectiveOperationException {
        var probe = loader.loadClass(WithoutBouncyCastle.class.getName())
                .asSubclass(Supplier.class)
                .getDeclaredConstructor()
                .newInstance();
        return ((Map<?, ?>) probe.get())
                .entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }
}
