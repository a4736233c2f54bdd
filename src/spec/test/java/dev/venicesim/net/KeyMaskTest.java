package dev.venicesim.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyMaskTest {

    private static final String KEY = "sk-" + "0123456789abcdef";

    @Test
    void blanksAKeyWhereverItStandsWhole() {
        assertThat(new KeyMask(KEY)
                        .masked("curl -H 'Authorization: Bearer " + KEY + "' x?key=" + KEY + " \"" + KEY + "\""))
                .isEqualTo("curl -H 'Authorization: Bearer ***' x?key=*** \"***\"");
    }

    @Test
    void leavesLongerWordsThatHoldIt() {
        assertThat(new KeyMask(KEY).masked(KEY + "0 x" + KEY)).isEqualTo(KEY + "0 x" + KEY);
    }

    @Test
    void leavesTheLettersOfAKeyOfOneLetter() {
        assertThat(new KeyMask("a").masked("Bearer a, and a bad day at /video/retrieve: {\"a\":\"a\"}"))
                .isEqualTo("Bearer ***, and a bad day at /video/retrieve: {\"a\":\"a\"}");
    }
}
