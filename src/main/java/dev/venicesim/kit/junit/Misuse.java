package dev.venicesim.kit.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** How the extension complains about what it was asked for. */
final class Misuse {

    private Misuse() {}

    static ExtensionConfigurationException of(String message) {
        return new ExtensionConfigurationException(message);
    }

    static ExtensionConfigurationException of(String message, Throwable cause) {
        return new ExtensionConfigurationException(message, cause);
    }
}
