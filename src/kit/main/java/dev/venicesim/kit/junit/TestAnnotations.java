package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.WorldSettings;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Settings that {@code @Scenario}, {@code @Edition} and {@code @Quirk} give a test, the nearest winning: its method,
 * its class, the classes around it.
 *
 * @param settings laid over those of the extension
 * @param texts the annotations as written, for messages
 */
record TestAnnotations(WorldSettings settings, List<String> texts) {

    static TestAnnotations on(ExtensionContext context) {
        var settings = WorldSettings.none();
        var texts = new ArrayList<String>();
        for (var element : outermostFirst(context)) {
            var here = on(element);
            settings = settings.with(here.settings());
            texts.addAll(here.texts());
        }
        return new TestAnnotations(settings, List.copyOf(texts));
    }

    private static List<AnnotatedElement> outermostFirst(ExtensionContext context) {
        var elements = new ArrayList<AnnotatedElement>();
        for (var type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            elements.add(0, type);
        }
        context.getTestMethod().ifPresent(elements::add);
        return elements;
    }

    private static TestAnnotations on(AnnotatedElement element) {
        var settings = WorldSettings.none();
        var texts = new ArrayList<String>();
        var scenario = AnnotationSupport.findAnnotation(element, Scenario.class);
        if (scenario.isPresent()) {
            var text = "@Scenario(\"" + shown(scenario.get().value()) + "\") on " + name(element);
            settings = with(settings, scenario.get().value(), text);
            texts.add(text);
        }
        var edition = AnnotationSupport.findAnnotation(element, Edition.class);
        if (edition.isPresent()) {
            settings = settings.edition(edition.get().value());
            texts.add("@Edition(\"" + edition.get().value() + "\") on " + name(element));
        }
        for (var quirk : AnnotationSupport.findRepeatableAnnotations(element, Quirk.class)) {
            settings = settings.quirk(quirk.name(), quirk.value());
            texts.add("@Quirk(name = \"" + quirk.name() + "\", value = \"" + quirk.value() + "\") on " + name(element));
        }
        return new TestAnnotations(settings, texts);
    }

    private static WorldSettings with(WorldSettings settings, String scenario, String text) {
        try {
            return settings.scenario(scenario);
        } catch (IllegalArgumentException e) {
            throw UsageErrors.of(text + ": " + e.getMessage(), e);
        }
    }

    /** A scenario's text would hide what is said of it. */
    private static String shown(String scenario) {
        var lines = scenario.strip().lines().limit(2).toList();
        return lines.size() < 2 ? String.join("", lines) : lines.get(0) + " ...";
    }

    private static String name(AnnotatedElement element) {
        if (element instanceof Method method) {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
        return element instanceof Class<?> type ? type.getSimpleName() : element.toString();
    }
}
