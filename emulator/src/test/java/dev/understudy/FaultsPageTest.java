package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.fault.FaultKind;
import dev.understudy.fault.Parameter;
import dev.understudy.fault.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/faults.md} is to say what is so. */
class FaultsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "faults.md");
    private static final Pattern EXAMPLE = Pattern.compile("```sh\\n(.*?)```\\n```text\\n(.*?)\\n```", Pattern.DOTALL);

    @Test
    void theTableIsThatOfTheCode() throws IOException {
        String head = "| fault | acts | what happens | parameters |\n|---|---|---|---|\n";
        String rows = Stream.of(FaultKind.values()).map(FaultsPageTest::row).collect(Collectors.joining("\n"));

        assertThat(Files.readString(PAGE)).contains(head + rows + "\n\n");
    }

    @Test
    void theExamplesGiveWhatThePageSays() throws Exception {
        List<Matcher> examples = examples();
        assertThat(examples).hasSizeGreaterThan(5);
        try (Understudy understudy = Understudy.builder().start()) {
            for (Matcher example : examples) {
                assertThat(shell(example.group(1), understudy)).contains(example.group(2));
            }
        }
    }

    @Test
    void theProfileOnThePageCanBeUsed(@TempDir Path directory) throws IOException {
        Matcher file = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(file.find()).isTrue();
        Path mine = Files.writeString(directory.resolve("mine.json"), file.group(1));

        assertThat(Profile.named(mine.toString()).rules()).hasSize(1);
        assertThat(new ObjectMapper().readTree(file.group(1)).path("name").asText())
                .isEqualTo("mine");
    }

    private static List<Matcher> examples() throws IOException {
        Matcher all = EXAMPLE.matcher(Files.readString(PAGE));
        return all.results()
                .map(found -> {
                    Matcher one = EXAMPLE.matcher(found.group());
                    one.matches();
                    return one;
                })
                .toList();
    }

    private static String shell(String commands, Understudy understudy) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", commands).redirectErrorStream(true);
        shell.environment().put("URL", understudy.baseUrl().toString());
        shell.environment().put("KEY", "page");
        shell.environment().put("no_proxy", "*");
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static String row(FaultKind kind) {
        String parameters =
                kind.parameters().stream().map(FaultsPageTest::parameter).collect(Collectors.joining("<br>"));
        return "| `%s` | %s | %s | %s |".formatted(kind.word(), kind.place().about(), kind.about(), parameters);
    }

    private static String parameter(Parameter parameter) {
        String byDefault = parameter.byDefault().isEmpty() ? "none" : "`" + parameter.byDefault() + "`";
        return "`%s`: %s Takes %s; default %s."
                .formatted(parameter.name(), parameter.about(), parameter.form().replace("|", "\\|"), byDefault);
    }
}
