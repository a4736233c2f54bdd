package dev.venicesim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The arrows of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "dev.venicesim", importOptions = ProductClasses.class)
class ArrowsTest {

    /** Parts of the name {@code dev.venicesim}. */
    private static final int ROOT = 2;

    private static final List<String> LEAVES =
            List.of("money", "time", "json", "error", "api", "catalog", "crypto", "net", "wallet", "metric");

    /** Rooms whose inner walls count as well. */
    private static final Set<String> HOUSES = Set.of("kit", "operation");

    @ArchTest
    static final ArchRule roomsDoNotFormCycles =
            slices().assignedFrom(new Rooms()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule downloadKnowsLeavesOnly = roomKnowsOnly("download");

    @ArchTest
    static final ArchRule authKnowsLeavesOnly = roomKnowsOnly("auth");

    @ArchTest
    static final ArchRule limitsKnowLeavesOnly = roomKnowsOnly("limits");

    @ArchTest
    static final ArchRule validationKnowsLeavesOnly = roomKnowsOnly("validation");

    @ArchTest
    static final ArchRule consentKnowsLeavesOnly = roomKnowsOnly("consent");

    @ArchTest
    static final ArchRule billingKnowsLeavesOnly = roomKnowsOnly("billing");

    @ArchTest
    static final ArchRule jobsKnowLeavesOnly = roomKnowsOnly("jobs");

    @ArchTest
    static final ArchRule mediaKnowsLeavesOnly = roomKnowsOnly("media");

    @ArchTest
    static final ArchRule leavesKnowLeavesOnly =
            classes().that().resideInAnyPackage(rooms(LEAVES)).should().onlyDependOnClassesThat(ours(LEAVES));

    @ArchTest
    static final ArchRule worldsKnowNobodyWhoUsesThem =
            knowsNothingOf("world", "service", "pipeline", "operation", "http", "control", "cli", "kit", "stub");

    @ArchTest
    static final ArchRule servicesKnowNobodyWhoUsesThem =
            knowsNothingOf("service", "pipeline", "operation", "http", "control", "cli", "kit", "stub");

    @ArchTest
    static final ArchRule thePipelineKnowsNoOperationButByItsInterface =
            knowsNothingOf("pipeline", "operation", "http", "control", "cli", "kit");

    @ArchTest
    static final ArchRule operationsAreAskedNotAsking =
            knowsNothingOf("operation", "http", "control", "cli", "kit", "stub");

    @ArchTest
    static final ArchRule controlIsAskedNotAsking =
            knowsNothingOf("control", "pipeline", "operation", "http", "cli", "kit");

    @ArchTest
    static final ArchRule httpKnowsWhatIsOnTheWire = roomKnowsOnly("http", "wire");

    @ArchTest
    static final ArchRule tlsKnowsLeavesOnly = roomKnowsOnly("tls");

    @ArchTest
    static final ArchRule stubsKnowWhatIsOnTheWire = roomKnowsOnly("stub", "wire");

    @ArchTest
    static final ArchRule tracingKnowsWhatIsOnTheWire = roomKnowsOnly("tracing", "wire");

    @ArchTest
    static final ArchRule theWireKnowsLeavesOnly = roomKnowsOnly("wire");

    @ArchTest
    static final ArchRule faultsKnowLeavesOnly = roomKnowsOnly("fault");

    @ArchTest
    static final ArchRule scenariosKnowNeitherWorldsNorOperations = roomKnowsOnly("scenario", "fault", "jobs");

    @ArchTest
    static final ArchRule journalsKnowNeitherWorldsNorOperations = roomKnowsOnly("journal", "auth", "jobs", "wire");

    @ArchTest
    static final ArchRule theClientNeedsNoSimulator = roomKnowsOnly("kit.client");

    @ArchTest
    static final ArchRule undertowLivesInHttp = livesIn("io.undertow..", "http");

    @ArchTest
    static final ArchRule xnioLivesInHttp = livesIn("org.xnio..", "http");

    @ArchTest
    static final ArchRule picocliLivesInCli = livesIn("picocli..", "cli");

    @ArchTest
    static final ArchRule logbackLivesInCli = livesIn("ch.qos.logback..", "cli");

    @ArchTest
    static final ArchRule bouncyCastleLivesInCrypto = livesIn("org.bouncycastle..", "crypto");

    @ArchTest
    static final ArchRule wireMockLivesInItsRooms = livesIn("com.github.tomakehurst..", "stub", "kit.wiremock");

    @ArchTest
    static final ArchRule sqliteLivesInStore = livesIn("org.sqlite..", "store");

    @ArchTest
    static final ArchRule databasesAreSpokenToInStore = livesIn("java.sql..", "store");

    @ArchTest
    static final ArchRule openTelemetryLivesInTracing = livesIn("io.opentelemetry..", "tracing");

    @ArchTest
    static final ArchRule storesKnowNobodyWhoUsesThem =
            knowsNothingOf("store", "service", "pipeline", "operation", "http", "control", "cli", "kit", "stub");

    @ArchTest
    static final ArchRule junitLivesInItsRooms = livesIn("org.junit..", "kit.junit", "kit.pact", "contract.junit");

    @ArchTest
    static final ArchRule assertjLivesInItsRoom = livesIn("org.assertj..", "kit.assertj");

    @ArchTest
    static final ArchRule testcontainersLiveInTheirRoom = livesIn("org.testcontainers..", "kit.testcontainers");

    @ArchTest
    static final ArchRule pactLivesInItsRoom = livesIn("au.com.dius..", "kit.pact");

    @ArchTest
    static final ArchRule whatPactBringsLivesInItsRoom = livesIn("kotlin..", "kit.pact");

    @ArchTest
    static final ArchRule pactsHttpClientLivesInItsRoom = livesIn("org.apache.hc..", "kit.pact");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .resideOutsideOfPackages(rooms(List.of("time", "world")))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that().areStatic().should().beFinal();

    /** Rooms of the house; the root package is one, so that no way leads back through it. */
    private static final class Rooms implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            var parts = type.getPackageName().split("\\.", -1);
            if (!type.getPackageName().startsWith("dev.venicesim")) {
                return SliceIdentifier.ignore();
            }
            if (parts.length == ROOT) {
                return SliceIdentifier.of("the root package");
            }
            return parts.length > ROOT + 1 && HOUSES.contains(parts[ROOT])
                    ? SliceIdentifier.of(parts[ROOT], parts[ROOT + 1])
                    : SliceIdentifier.of(parts[ROOT]);
        }

        @Override
        public String getDescription() {
            return "the rooms of dev.venicesim, the root package among them";
        }
    }

    private static ArchRule roomKnowsOnly(String room, String... others) {
        var allowed = Stream.of(LEAVES.stream(), Stream.of(room), Stream.of(others))
                .<String>flatMap(names -> names)
                .toList();
        return classes()
                .that()
                .resideInAPackage("dev.venicesim." + room + "..")
                .should()
                .onlyDependOnClassesThat(ours(allowed));
    }

    private static ArchRule knowsNothingOf(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage("dev.venicesim." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms(Arrays.asList(others)));
    }

    private static ArchRule livesIn(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms(Arrays.asList(rooms)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> ours(List<String> rooms) {
        return DescribedPredicate.describe("are of the rooms " + rooms + " or of no room of ours", type -> {
            var name = type.getPackageName();
            return !name.startsWith("dev.venicesim")
                    || rooms.stream().anyMatch(room -> (name + ".").startsWith("dev.venicesim." + room + "."));
        });
    }

    private static String[] rooms(List<String> names) {
        return names.stream().map(name -> "dev.venicesim." + name + "..").toArray(String[]::new);
    }
}
