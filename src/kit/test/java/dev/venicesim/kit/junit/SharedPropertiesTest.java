package dev.venicesim.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedPropertiesTest {

    @Test
    void holdsNothingForAClassThatCannotHaveAllItWants() {
        var properties = new SharedProperties();
        try (var held = properties.lease(List.of("sample.lease.taken"), "http://one", "One")) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() ->
                            properties.lease(List.of("sample.lease.free", "sample.lease.taken"), "http://two", "Two"))
                    .hasMessageContaining("Two wants system property \"sample.lease.taken\" while One holds it");
            assertThat(System.getProperty("sample.lease.free")).isNull();
            assertThat(System.getProperty("sample.lease.taken")).isEqualTo("http://one");
        }
        assertThat(System.getProperty("sample.lease.taken")).isNull();
    }
}
