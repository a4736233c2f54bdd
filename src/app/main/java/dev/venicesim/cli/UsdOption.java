package dev.venicesim.cli;

import dev.venicesim.money.Usd;

/** Reader of options that are dollars. */
final class UsdOption {

    private UsdOption() {}

    /**
     * @throws IllegalArgumentException naming the setting, the value and the fix
     */
    static Usd read(String setting, String text) {
        try {
            var usd = Usd.parse(text);
            if (!usd.isNegative()) {
                return usd;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " cannot be \"" + text + "\"; give dollars, such as 2.50", e);
        }
        throw new IllegalArgumentException(setting + " cannot be \"" + text + "\"; give 0 or more dollars");
    }
}
