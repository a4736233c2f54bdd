package dev.venicesim.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Scan of the compiled classes for sealed types and for the methods that tell their variants apart. */
final class SealedTypes {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ProductClasses()).importPackages("dev.venicesim");

    private static final Map<String, Set<String>> PLACES = places();

    private SealedTypes() {}

    /** Every sealed type of ours, by its name without the package. */
    static Map<String, Class<?>> all() {
        Map<String, Class<?>> sealed = new TreeMap<>();
        for (var type : CLASSES) {
            if (isCandidate(type) && type.reflect().isSealed()) {
                var twin = sealed.put(name(type.reflect()), type.reflect());
                if (twin != null) {
                    throw new AssertionError(twin + " and " + type + " have one name");
                }
            }
        }
        return sealed;
    }

    private static boolean isCandidate(JavaClass type) {
        return type.isInterface() && !type.isAnnotation();
    }

    /** Names of a type's variants, without what encloses them. */
    static Set<String> variants(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The methods that ask for two variants or more of a type: which ones, and where. */
    static Map<Set<String>, Set<String>> ladders(Class<?> type) {
        Map<String, Set<String>> asked = new TreeMap<>();
        for (var variant : type.getPermittedSubclasses()) {
            for (var place : PLACES.getOrDefault(variant.getName(), Set.of())) {
                asked.computeIfAbsent(place, none -> new TreeSet<>()).add(variant.getSimpleName());
            }
        }
        return asked.entrySet().stream()
                .filter(ladder -> ladder.getValue().size() > 1)
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(LinkedHashSet::new))));
    }

    /** The methods that ask whether something is of a type, by the type's name. */
    private static Map<String, Set<String>> places() {
        Map<String, Set<String>> places = new TreeMap<>();
        for (var ours : CLASSES) {
            for (var unit : ours.getCodeUnits()) {
                for (var check : unit.getInstanceofChecks()) {
                    places.computeIfAbsent(check.getRawType().getName(), type -> new TreeSet<>())
                            .add(place(unit));
                }
            }
        }
        return places;
    }

    /** The method a reader looks for; a lambda is part of the method it stands in. */
    private static String place(JavaCodeUnit unit) {
        var method = unit.getName().startsWith("lambda$") ? unit.getName().split("\\$", -1)[1] : unit.getName();
        return unit.getOwner().getName().replaceAll("^dev\\.venicesim\\.", "") + "." + method;
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}
