package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.Job;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.money.Usd;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** Check of what tests spend, where {@link MaxCost} or the configuration limits it. */
final class CostCheck {

    private static final Namespace NAMESPACE = Namespace.create(CostCheck.class);
    private static final String CLASS = "class";

    private CostCheck() {}

    /** Begins a class: its tests, and those of classes inside it, are counted together if it has a limit. */
    static void begin(ExtensionContext context) {
        var type = context.getRequiredTestClass();
        limit(AnnotationSupport.findAnnotation(type, MaxCost.class), type.getSimpleName())
                .ifPresent(limit -> context.getStore(NAMESPACE).put(CLASS, limit));
    }

    /** Takes down what a test spent, and fails it if that is more than it may, or if by it the run spent too much. */
    static void after(ExtensionContext context, VeniceWorld world) {
        var method = context.getRequiredTestMethod();
        var test = context.getRequiredTestClass().getSimpleName() + "." + method.getName();
        var own = limit(AnnotationSupport.findAnnotation(method, MaxCost.class), test);
        var run = ofRun(context);
        var wider = Stream.concat(ofClasses(context), run.stream()).toList();
        if (own.isEmpty() && wider.isEmpty()) {
            return;
        }
        var spent = world.spent();
        wider.forEach(limit -> limit.add(test, spent));
        if (context.getExecutionException().isEmpty() && !spent.isZero()) {
            own.ifPresent(limit -> check(limit, spent, world));
            run.ifPresent(CostLimit::check);
        }
    }

    /** Ends a class. */
    static void end(ExtensionContext context) {
        var type = context.getRequiredTestClass();
        if (AnnotationSupport.findAnnotation(type, MaxCost.class).isPresent()) {
            ofClasses(context).findFirst().ifPresent(CostLimit::check);
        }
    }

    private static Optional<CostLimit> limit(Optional<MaxCost> annotation, String where) {
        return annotation.map(given -> CostLimit.of("@MaxCost(\"" + given.value() + "\") on " + where, given.value()));
    }

    /** Of the class and of those around it, innermost first. */
    private static Stream<CostLimit> ofClasses(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, inner -> inner.flatMap(ExtensionContext::getParent))
                .map(around -> around.get().getStore(NAMESPACE).get(CLASS, CostLimit.class))
                .filter(Objects::nonNull)
                // a store without one answers with that of the context around it
                .distinct();
    }

    private static Optional<CostLimit> ofRun(ExtensionContext context) {
        var parameter = VeniceSimulatorExtension.MAX_COST_PARAMETER;
        return context.getConfigurationParameter(parameter)
                .map(usd -> context.getRoot()
                        .getStore(NAMESPACE)
                        .getOrComputeIfAbsent(
                                parameter, name -> CostLimit.of(parameter + "=" + usd, usd), CostLimit.class));
    }

    private static void check(CostLimit limit, Usd spent, VeniceWorld world) {
        if (limit.allowed().isLessThan(spent)) {
            throw new AssertionError(CostLimit.over(limit.origin(), limit.allowed(), spent) + ":\n"
                    + world.jobs().stream().map(CostCheck::line).collect(Collectors.joining("\n")));
        }
    }

    private static String line(Job job) {
        return "  " + job.cost() + " USD for " + job.model() + ", job " + job.queueId() + " (" + job.state() + ")";
    }
}
