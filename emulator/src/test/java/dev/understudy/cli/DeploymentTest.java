package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import io.kubernetes.client.openapi.models.V1Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The examples of running it in containers name what there is: variables with values they take, ports and probes. */
class DeploymentTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void composeNamesSettingsAndThePortTheImageServesOn() throws IOException {
        Map<?, ?> service = map(map(read("compose.yaml"), "services"), "understudy");
        Map<String, String> environment = new HashMap<>();
        map(service, "environment").forEach((name, value) -> environment.put(name.toString(), value.toString()));

        Settings settings = taken(environment);

        String published = list(service, "ports").get(0).toString();
        assertThat(published).isEqualTo("127.0.0.1:8080:" + settings.port());
        assertThat(exposed()).isEqualTo(settings.port());
        assertThat(service.get("read_only")).isEqualTo(true);
        assertThat(list(service, "tmpfs").get(0)).isEqualTo("/tmp");
    }

    @Test
    void theSidecarNamesSettingsAndProbesThatAreAnswered() throws IOException {
        Map<?, ?> pod = map(read("docs/kubernetes.yaml"), "spec");
        Map<?, ?> sidecar = (Map<?, ?>) list(pod, "initContainers").get(0);
        Map<?, ?> program = (Map<?, ?>) list(pod, "containers").get(0);

        Settings settings = taken(variables(sidecar));

        assertThat(((Map<?, ?>) list(sidecar, "ports").get(0)).get("containerPort"))
                .isEqualTo(settings.port());
        assertThat(variables(program)).containsEntry("WAVESPEED_BASE_URL", "http://127.0.0.1:" + settings.port());
        try (Understudy understudy = Understudy.builder().start();
                Caller kubelet = new Caller(understudy.baseUrl(), "")) {
            for (String probe : List.of("startupProbe", "livenessProbe")) {
                String path = map(map(sidecar, probe), "httpGet").get("path").toString();
                assertThat(kubelet.get(path).status()).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void aClusterKnowsEveryFieldOfTheSidecarAndMissesNone() throws IOException {
        Map<?, ?> pod = read("docs/kubernetes.yaml");

        assertThatCode(() -> V1Pod.validateJsonElement(new Gson().toJsonTree(pod)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> V1Pod.validateJsonElement(new Gson().toJsonTree(misspelt(pod))))
                .hasMessageContaining("restartpolicy");
    }

    // Deep inside, so that the check of the check goes as deep as the check.
    private static Object misspelt(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> other = new HashMap<>();
            map.forEach((name, one) -> other.put(name.equals("restartPolicy") ? "restartpolicy" : name, misspelt(one)));
            return other;
        }
        return value instanceof List<?> list
                ? list.stream().map(DeploymentTest::misspelt).toList()
                : value;
    }

    private static int exposed() throws IOException {
        Matcher exposed = Pattern.compile("(?m)^EXPOSE (\\d+)$").matcher(Files.readString(ROOT.resolve("Dockerfile")));
        assertThat(exposed.find()).isTrue();
        return Integer.parseInt(exposed.group(1));
    }

    /** Refuses values that a setting does not take. */
    private static Settings taken(Map<String, String> environment) {
        List<String> known =
                List.of(Setting.values()).stream().map(Setting::variable).toList();
        assertThat(known).containsAll(environment.keySet());
        return Settings.of(Map.of(), environment::get, Optional.empty());
    }

    private static Map<String, String> variables(Map<?, ?> container) {
        Map<String, String> variables = new HashMap<>();
        for (Object one : list(container, "env")) {
            Map<?, ?> variable = (Map<?, ?>) one;
            variables.put(variable.get("name").toString(), variable.get("value").toString());
        }
        return variables;
    }

    private static Map<?, ?> read(String file) throws IOException {
        LoadSettings strict = LoadSettings.builder().setLabel(file).build();
        return (Map<?, ?>) new Load(strict).loadFromString(Files.readString(ROOT.resolve(file)));
    }

    private static Map<?, ?> map(Map<?, ?> parent, String name) {
        assertThat(parent.get(name)).as(name).isInstanceOf(Map.class);
        return (Map<?, ?>) parent.get(name);
    }

    private static List<?> list(Map<?, ?> parent, String name) {
        assertThat(parent.get(name)).as(name).isInstanceOf(List.class);
        return (List<?>) parent.get(name);
    }
}
