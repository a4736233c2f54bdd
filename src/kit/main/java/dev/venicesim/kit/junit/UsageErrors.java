package dev.venicesim.kit.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Error texts of the extension about what it was asked for. */
final class UsageErrors {

    private UsageErrors() {}

    static ExtensionConfigurationException of(String message) {
        return new ExtensionConfigurationException(message);
    }

    static ExtensionConfigurationException of(String message, Throwable cause) {
        return new ExtensionConfigurationException(message, cause);
    }
}
