package stranger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.Edition;
import dev.venicesim.kit.junit.Quirk;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What a stranger writes in the first five minutes, with no assertion library and no Bouncy Castle. */
@VeniceSimulatorTest
class GondolaTest {

    @RepeatedTest(3)
    void getsAVideoInAWorldOfItsOwn(VeniceWorld world) throws Exception {
        GondolaClient.in(world).video();
        assertEquals("99.45", world.account().balance().toString());
        assertEquals(1, world.jobs().size());
    }

    @Nested
    class InANestedClass {
        @Test
        @Edition("2026-08-21")
        @Quirk(name = "complete", value = "400")
        void behavesAsAnnotated(VeniceWorld world) throws Exception {
            var answer = GondolaClient.in(world).queue(GondolaClient.GONDOLA);
            assertEquals("20260821.193530", answer.headers().firstValue("x-venice-version").orElse(""));
        }
    }

    @Test
    void saysWhatAWalletNeeds(VeniceWorld world) {
        var missing = assertThrows(RuntimeException.class, world::wallet);
        assertTrue(missing.getMessage().contains("org.bouncycastle:bcprov-jdk18on"), missing.getMessage());
    }
}
