package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.client.WorldSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * The JUnit extension: starts one simulator for the JVM, gives every test a world of its own, and adds the world's
 * journal to the report of a failed test. Registered by {@link VeniceSimulatorTest}, or as a {@code static} field with
 * {@code @RegisterExtension}.
 *
 * <p>The configuration parameter {@value #URL_PARAMETER} or the environment variable {@value #URL_VARIABLE} sends all
 * tests to a simulator that runs elsewhere; {@value #TOKEN_VARIABLE} holds its admin token.
 */
public final class VeniceSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    /** Base URL of a simulator that runs elsewhere, as a JUnit configuration parameter or a system property. */
    public static final String URL_PARAMETER = "venice-sim.url";

    /** The same as an environment variable. */
    public static final String URL_VARIABLE = "VENICE_SIM_URL";

    /** What a whole run may spend, such as {@code 2.00}, as a JUnit configuration parameter or a system property. */
    public static final String MAX_COST_PARAMETER = "venice-sim.max-cost";

    /** A folder for what of the API's contract the tests have met, as a JUnit configuration parameter. */
    public static final String COVERAGE_PARAMETER = "venice-sim.coverage";

    /** The environment variable with its admin token. */
    public static final String TOKEN_VARIABLE = "VENICE_SIM_ADMIN_TOKEN";

    private static final Namespace NAMESPACE = Namespace.create(VeniceSimulatorExtension.class);

    private final Optional<ExtensionOptions> built;
    private volatile Optional<ClassScope> latest = Optional.empty();

    /** For {@link VeniceSimulatorTest}, whose options it reads. */
    public VeniceSimulatorExtension() {
        this(Optional.empty());
    }

    private VeniceSimulatorExtension(Optional<ExtensionOptions> built) {
        this.built = built;
    }

    /** Options for {@code @RegisterExtension}; those of {@link VeniceSimulatorTest}, with the same names. */
    public static Builder builder() {
        return new Builder();
    }

    /** Base URL for configuration that is made once, such as Spring's {@code @DynamicPropertySource}. */
    public String baseUrl() {
        return scope("baseUrl()").baseUrl();
    }

    /** The shared key, with {@link Worlds#PER_CLASS} or {@link Worlds#PER_JVM}, for configuration that is made once. */
    public String apiKey() {
        return scope("apiKey()").sharedWorld("apiKey()").apiKey();
    }

    private ClassScope scope(String asked) {
        return latest.orElseThrow(
                () -> new IllegalStateException(
                        asked
                                + " is known once the class has started: make the @RegisterExtension field static, and ask in a supplier"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        claim(context);
        CostCheck.begin(context);
        var scope = scopeOf(context);
        var published = scope.options().published();
        var properties = SharedProperties.of(context);
        var owner = scope.options().origin();
        store(context).put("base URL", properties.lease(published.baseUrl(), scope.baseUrl(), owner));
        if (!published.apiKey().isEmpty()) {
            var key = scope.sharedWorld("the API key for a system property").apiKey();
            store(context).put("API key", properties.lease(published.apiKey(), key, owner));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        claim(context);
        var scope = scopeOf(context);
        scope.enter(context);
        if (scope.options().worlds().shared()) {
            worldOf(context);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var world = Optional.ofNullable(store(context).get(VeniceWorld.class, VeniceWorld.class));
        try {
            world.ifPresent(used -> judge(context, used));
        } finally {
            world.ifPresent(used -> used.end(ended(context)));
            scopeOf(context).leave(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        CostCheck.end(context);
    }

    private void judge(ExtensionContext context, VeniceWorld world) {
        CostCheck.after(context, world);
        var options = scopeOf(context).options();
        var failure = context.getExecutionException();
        if (failure.isEmpty()) {
            PassedTestCheck.judge(options, world).ifPresent(late -> {
                FailureReport.attach(late, world, options.worlds(), context);
                throw late;
            });
        } else if (!(failure.get() instanceof TestAbortedException)) {
            FailureReport.attach(failure.get(), world, options.worlds(), context);
        }
    }

    private static String ended(ExtensionContext context) {
        return "this VeniceWorld belonged to " + context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName() + " (" + context.getDisplayName()
                + "), which has ended; take a VeniceWorld parameter in each test instead of keeping one, or set worlds = Worlds.PER_CLASS";
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == VeniceWorld.class;
    }

    @Override
    public VeniceWorld resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            return context.getTestMethod().isPresent()
                    ? worldOf(context)
                    : scopeOf(context).sharedWorld("the parameter \"" + parameter.getParameter() + "\"");
        } catch (ExtensionConfigurationException e) {
            // JUnit passes this type on as it is, and puts a long line before any other
            throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
        }
    }

    private VeniceWorld worldOf(ExtensionContext context) {
        var known = store(context).get(VeniceWorld.class, VeniceWorld.class);
        if (known != null) {
            return known;
        }
        // not computed in the store, which would remember a failure and throw it again after the test
        var world = scopeOf(context).open(context);
        store(context).put(VeniceWorld.class, world);
        return world;
    }

    private ClassScope scopeOf(ExtensionContext context) {
        var holder = context;
        while (holder.getTestMethod().isPresent()) {
            holder = holder.getParent().orElseThrow();
        }
        var classContext = holder;
        var options = built.map(given -> given.in(classContext.getRequiredTestClass()))
                .orElseGet(() -> ExtensionOptions.annotatedOn(classContext.getRequiredTestClass()));
        // the store asks those around it, so that a nested class shares the scope unless its options differ
        var scope = store(classContext)
                .getOrComputeIfAbsent(options, key -> new ClassScope(classContext, options), ClassScope.class);
        latest = Optional.of(scope);
        return scope;
    }

    private void claim(ExtensionContext context) {
        var owner = store(context).getOrComputeIfAbsent("owner", key -> this, VeniceSimulatorExtension.class);
        if (owner != this) {
            throw UsageErrors.of(
                    context.getRequiredTestClass().getSimpleName()
                            + " has two Venice simulator extensions; keep one of @VeniceSimulatorTest and the @RegisterExtension fields");
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** Collects options; what is not set is as in {@link VeniceSimulatorTest}. */
    public static final class Builder {
        private WorldSettings settings = WorldSettings.none();
        private String jobTime = ExtensionOptions.JOB_TIME;
        private boolean limits = true;
        private Worlds worlds = Worlds.PER_TEST;
        private Optional<String> apiKey = Optional.empty();
        private boolean failOnFindings;
        private boolean failOnUnexpectedErrors;
        private Optional<String> baseUrl = Optional.empty();
        private final List<String> baseUrlProperties = new ArrayList<>();
        private final List<String> apiKeyProperties = new ArrayList<>();

        private Builder() {}

        /** The API as it stood on a date, such as {@code 2026-08-21}. */
        public Builder edition(String date) {
            settings = settings.edition(date);
            return this;
        }

        /** A scenario: its name, a class path resource or file, or YAML text, as {@link Scenario} takes it. */
        public Builder scenario(String nameFileOrText) {
            settings = settings.scenario(nameFileOrText);
            return this;
        }

        /** {@code polls:N}, {@code realistic}, or a duration of the world's clock. */
        public Builder jobTime(String value) {
            jobTime = value;
            return this;
        }

        /** Dollars each world's account opens with. */
        public Builder balance(String usd) {
            settings = settings.balance(usd);
            return this;
        }

        public Builder limits(boolean on) {
            limits = on;
            return this;
        }

        public Builder quirk(String name, String value) {
            settings = settings.quirk(name, value);
            return this;
        }

        public Builder worlds(Worlds shared) {
            worlds = shared;
            return this;
        }

        /**
         * The key of a shared world, for applications whose configuration is a file; see
         * {@link VeniceSimulatorTest#apiKey()}.
         */
        public Builder apiKey(String key) {
            apiKey = Optional.of(key);
            return this;
        }

        public Builder failOnFindings(boolean fail) {
            failOnFindings = fail;
            return this;
        }

        public Builder failOnUnexpectedErrors(boolean fail) {
            failOnUnexpectedErrors = fail;
            return this;
        }

        /** Base URL of a simulator that runs already. */
        public Builder baseUrl(String url) {
            baseUrl = Optional.of(url);
            return this;
        }

        /** Holds the base URL in a system property while the class runs. */
        public Builder baseUrlProperty(String name) {
            baseUrlProperties.add(name);
            return this;
        }

        /**
         * Holds the API key in a system property while the class runs; needs {@link Worlds#PER_CLASS} or
         * {@link Worlds#PER_JVM}.
         */
        public Builder apiKeyProperty(String name) {
            apiKeyProperties.add(name);
            return this;
        }

        public VeniceSimulatorExtension build() {
            return new VeniceSimulatorExtension(Optional.of(options("")));
        }

        ExtensionOptions options(String origin) {
            return new ExtensionOptions(
                    // what is the default anyway would only cost each world a call
                    limits ? settings : settings.limits(false),
                    jobTime,
                    new Sharing(worlds, apiKey),
                    new ExtensionOptions.Strictness(failOnFindings, failOnUnexpectedErrors),
                    baseUrl,
                    new ExtensionOptions.Published(List.copyOf(baseUrlProperties), List.copyOf(apiKeyProperties)),
                    origin);
        }
    }
}
