package dev.venicesim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** The arrows of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "dev.venicesim", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    private static final List<String> LEAVES =
            List.of("money", "time", "json", "error", "catalog", "crypto", "web", "wallet");

    @ArchTest
    static final ArchRule roomsDoNotFormCycles =
            slices().matching("dev.venicesim.(*)..").should().beFreeOfCycles();

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
            knowsNothingOf("world", "endpoint", "http", "control", "cli", "kit", "stub");

    @ArchTest
    static final ArchRule endpointsAreAskedNotAsking = knowsNothingOf("endpoint", "http", "control", "cli", "kit");

    @ArchTest
    static final ArchRule controlIsAskedNotAsking = knowsNothingOf("control", "http", "cli", "kit");

    @ArchTest
    static final ArchRule httpKnowsWhatIsOnTheWire = roomKnowsOnly("http", "wire");

    @ArchTest
    static final ArchRule stubsKnowWhatIsOnTheWire = roomKnowsOnly("stub", "wire");

    @ArchTest
    static final ArchRule theWireKnowsLeavesOnly = roomKnowsOnly("wire");

    @ArchTest
    static final ArchRule faultsKnowLeavesOnly = roomKnowsOnly("fault");

    @ArchTest
    static final ArchRule scenariosKnowNeitherWorldsNorEndpoints = roomKnowsOnly("scenario", "fault", "jobs");

    @ArchTest
    static final ArchRule journalsKnowNeitherWorldsNorEndpoints = roomKnowsOnly("journal", "auth", "jobs", "wire");

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
    static final ArchRule junitLivesInItsRooms = livesIn("org.junit..", "kit.junit", "kit.contract", "kit.pact");

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
