package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.WorldSettings;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@code @Scenario}, {@code @Edition} and {@code @Quirk} say about a test, the nearest winning: its method, its class, the classes around it.
 *
 * @param settings laid over those of the extension
 * @param texts the annotations as written, for messages
 */
record Declared(WorldSettings settings, List<String> texts) {

    static Declared on(ExtensionContext context) {
        var settings = WorldSettings.none();
        var texts = new ArrayList<String>();
        for (var element : outermostFirst(context)) {
            var here = on(element);
            settings = settings.with(here.settings());
            texts.addAll(here.texts());
        }
        return new Declared(settings, List.copyOf(texts));
    }

    private static List<AnnotatedElement> outermostFirst(ExtensionContext context) {
        var elements = new ArrayList<AnnotatedElement>();
        for (var type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            elements.add(0, type);
        }
        context.getTestMethod().ifPresent(elements::add);
        return elements;
    }

    private static Declared on(AnnotatedElement element) {
        var settings = WorldSettings.none();
        var texts = new ArrayList<String>();
        var scenario = AnnotationSupport.findAnnotation(element, Scenario.class);
        if (scenario.isPresent()) {
            settings = settings.scenario(scenario.get().value());
            texts.add("@Scenario(\"" + scenario.get().value() + "\") on " + name(element));
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
        return new Declared(settings, texts);
    }

    private static String name(AnnotatedElement element) {
        if (element instanceof Method method) {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
        return element instanceof Class<?> type ? type.getSimpleName() : element.toString();
    }
}
