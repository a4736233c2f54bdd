package dev.venicesim.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExtensionOptionsTest {

    @Test
    void takesTheLastWordOnLimits() {
        var builder = VeniceSimulatorExtension.builder().limits(false);
        assertThat(builder.options("").settings().toString()).isEqualTo("{\"limits\":false}");
        assertThat(builder.limits(true).options("").settings().isEmpty()).isTrue();
    }
}
