package com.example.trailers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the snippets of docs/testing.md equal to code that runs. */
class GuideTest {

    private static final Path GUIDE = Path.of("..", "testing.md");
    private static final Pattern SNIPPET = Pattern.compile("```(?:java|xml)\\n(.*?)```", Pattern.DOTALL);

    private static String sources;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            sources = Stream.concat(files.filter(Files::isRegularFile), Stream.of(Path.of("pom.xml")))
                    .map(GuideTest::text)
                    .collect(Collectors.joining());
        }
    }

    static List<String> snippets() {
        return SNIPPET.matcher(text(GUIDE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void each_snippet_stands_in_the_example(String snippet) {
        assertThat(sources).contains(snippet);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
