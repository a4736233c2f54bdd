package dev.venicesim.contract.drift;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One file of a folder of versions.
 *
 * @param name of the file
 * @param file what it holds
 */
record OpenApiVersion(String name, OpenApiFile file) {

    /** Numbers with dots between them, as the API's dates and times are. */
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,20}(?:\\.\\d{1,20})*");

    String title() {
        return file.version().isEmpty() ? name : file.version() + " (" + name + ")";
    }

    /** Whether the versions that the files name put them in an order: all have one, and no two the same. */
    static boolean areOrdered(List<OpenApiVersion> versions) {
        var named = versions.stream().map(version -> version.file().version()).toList();
        return named.stream().allMatch(version -> NUMBERS.matcher(version).matches())
                && named.stream().distinct().count() == named.size();
    }

    static Comparator<OpenApiVersion> byVersion() {
        return Comparator.comparing(OpenApiVersion::numbers, (one, other) -> {
            for (var i = 0; i < Math.min(one.size(), other.size()); i++) {
                var order = one.get(i).compareTo(other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(one.size(), other.size());
        });
    }

    private List<BigInteger> numbers() {
        return Arrays.stream(file.version().split("\\.", -1))
                .map(BigInteger::new)
                .toList();
    }
}
