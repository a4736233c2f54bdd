package stranger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart as Helm lints and renders it, and what comes of it as the Kubernetes API's own types read it. */
class ChartTest {

    /** Three folders up from this project, and from the copy of it that the build makes. */
    private static final Path DOCKER = Path.of("../../../docker").toAbsolutePath().normalize();

    private static List<HasMetadata> rendered(UnaryOperator<TemplateCommand> values) {
        var command = new Helm(DOCKER.resolve("helm")).template().withName("staging").withNamespace("tests").withKubeVersion("1.30.0");
        return Manifests.read(values.apply(command).call());
    }

    private static <T> T one(List<HasMetadata> objects, Class<T> type) {
        assertThat(objects).filteredOn(type::isInstance).hasSize(1);
        return objects.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static Map<String, String> environment(List<HasMetadata> objects) {
        var container = one(objects, Deployment.class).getSpec().getTemplate().getSpec().getContainers().get(0);
        return container.getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }

    @Test
    void helmHasNothingToSayAgainstIt() {
        var linted = new Helm(DOCKER.resolve("helm")).lint().strict().call();
        assertThat(linted.isFailed()).as("%s", linted.getMessages()).isFalse();
    }

    @Test
    void rendersWhatAStagingNeeds() {
        var objects = rendered(command -> command);
        assertThat(objects)
                .extracting(HasMetadata::getKind)
                .containsExactlyInAnyOrder("Secret", "Service", "Deployment", "PodDisruptionBudget");
        assertThat(objects).allSatisfy(object -> assertThat(object.getMetadata().getName())
                .isEqualTo("staging-venice-sim"));
        var pod = one(objects, Deployment.class).getSpec().getTemplate();
        assertThat(pod.getMetadata().getLabels())
                .containsAllEntriesOf(one(objects, Deployment.class).getSpec().getSelector().getMatchLabels());
        assertThat(pod.getSpec().getSecurityContext().getRunAsUser()).isEqualTo(10001);
        assertThat(pod.getSpec().getContainers().get(0).getImage()).isEqualTo("venice-video-simulator:0.1.0-SNAPSHOT");
        assertThat(environment(objects)).containsOnly(Map.entry("VENICE_SIM_JOB_TIME", "5s"));
    }

    @Test
    void keepsWorldsOnAVolume() {
        var objects = rendered(command -> command.set("persistence.enabled", "true"));
        assertThat(objects).extracting(HasMetadata::getKind).contains("PersistentVolumeClaim");
        assertThat(environment(objects)).containsEntry("VENICE_SIM_STORE", "file:/data/worlds.db");
        var pod = one(objects, Deployment.class).getSpec().getTemplate().getSpec();
        assertThat(pod.getVolumes().get(0).getPersistentVolumeClaim().getClaimName()).isEqualTo("staging-venice-sim");
        assertThat(pod.getContainers().get(0).getVolumeMounts().get(0).getMountPath()).isEqualTo("/data");
    }

    @Test
    void servesHttpsWithASecretOfOnesOwn() {
        var objects = rendered(command -> command.set("tls.secretName", "venice-cert"));
        assertThat(environment(objects)).containsEntry("VENICE_SIM_TLS", "/tls/keystore.p12");
        var container = one(objects, Deployment.class).getSpec().getTemplate().getSpec().getContainers().get(0);
        assertThat(container.getReadinessProbe().getHttpGet().getScheme()).isEqualTo("HTTPS");
        assertThat(container.getEnv()).extracting(EnvVar::getName).contains("VENICE_SIM_TLS_PASSWORD");
    }

    @Test
    void keepsTokensInASecretOrTakesOneThatIsThere() {
        var own = rendered(command -> command.set("secrets.adminToken", "for-staging"));
        assertThat(one(own, Secret.class).getStringData())
                .containsOnly(Map.entry("VENICE_SIM_ADMIN_TOKEN", "for-staging"));
        var theirs = rendered(command -> command.set("secrets.existingSecret", "tokens"));
        assertThat(theirs).noneMatch(Secret.class::isInstance);
        var container = one(theirs, Deployment.class).getSpec().getTemplate().getSpec().getContainers().get(0);
        assertThat(container.getEnvFrom().get(0).getSecretRef().getName()).isEqualTo("tokens");
    }

    @Test
    void refusesValuesThatItDoesNotKnow() {
        assertThatThrownBy(() -> rendered(command -> command.set("replicas", "3"))).hasMessageContaining("replicas");
        assertThatThrownBy(() -> rendered(command -> command.set("secrets.linkSecret", "short")))
                .hasMessageContaining("linkSecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOST", "PORT", "TLS", "TLS_PASSWORD", "TLS_CA", "ADMIN_TOKEN", "VIEWER_TOKEN", "LINK_SECRET"})
    void refusesSettingsThatItMakesOfOtherValues(String name) {
        assertThatThrownBy(() -> rendered(command -> command.set("settings." + name, "any")))
                .hasMessageContaining("invalid propertyName '" + name + "'");
    }

    @Test
    void thePlainManifestsAreOfTheSameForm() throws Exception {
        var objects = Manifests.read(Files.readString(DOCKER.resolve("kubernetes/deployment.yaml")));
        var plain = one(objects, Deployment.class).getSpec();
        var chart = one(rendered(command -> command), Deployment.class).getSpec();
        var pod = plain.getTemplate().getSpec();
        var charted = chart.getTemplate().getSpec();
        assertThat(plain.getStrategy()).isEqualTo(chart.getStrategy());
        assertThat(pod.getSecurityContext()).isEqualTo(charted.getSecurityContext());
        var container = pod.getContainers().get(0);
        assertThat(container.getSecurityContext()).isEqualTo(charted.getContainers().get(0).getSecurityContext());
        assertThat(container.getResources()).isEqualTo(charted.getContainers().get(0).getResources());
        // a token that is published is none
        assertThat(container.getEnvFrom().get(0).getSecretRef().getOptional()).isTrue();
        assertThat(DOCKER.resolve("kubernetes/secret.yaml")).doesNotExist();
        for (var file : List.of("service.yaml", "poddisruptionbudget.yaml")) {
            assertThat(Manifests.read(Files.readString(DOCKER.resolve("kubernetes").resolve(file))))
                    .as(file)
                    .hasSize(1);
        }
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowIsNoticed() {
        assertThatThrownBy(() -> Manifests.read("apiVersion: v1\nkind: Service\nspec: { portz: [] }\n"))
                .hasMessageContaining("portz");
    }
}
