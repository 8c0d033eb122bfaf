package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of one's own models. */
class OwnCatalogTest {

    private static final String EVERY_KIND = """
            {
              "text": {"type": "string", "minLength": 2, "maxLength": 3},
              "choice": {"type": "string", "enum": ["a", "b"], "default": "b"},
              "whole": {"type": "integer", "minimum": -1, "maximum": 9007199254740991},
              "step": {"type": "integer", "enum": [5, 10]},
              "decimal": {"type": "number", "minimum": 0, "maximum": 1.5, "default": 0.5},
              "flag": {"type": "boolean", "default": false},
              "texts": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2},
              "cast": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"}}}}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aRowOfTheProvidersCatalogIsEnough() throws IOException {
        Model model = read(row("acme/text-to-video", EVERY_KIND, ""))
                .find("acme/text-to-video")
                .orElseThrow();

        assertThat(model.product()).isEqualTo(Model.Product.VIDEO);
        assertThat(model.price()).isEqualByComparingTo("0.25");
        assertThat(model.processing().most()).isEqualTo(Duration.ofSeconds(150));
        assertThat(model.accept(Map.of()).values())
                .isEqualTo(Map.of("choice", "b", "decimal", new BigDecimal("0.5"), "flag", false));
    }

    @Test
    void itsModelsAreAddedOrReplaceThoseOfTheSameSlug() throws IOException {
        Catalog catalog = read("{\"models\":[%s,%s]}"
                .formatted(row("acme/one", "{}", ""), row("openai/sora-2/text-to-video", "{}", "")));

        assertThat(catalog.models()).hasSize(8);
        assertThat(catalog.find("openai/sora-2/text-to-video").orElseThrow().price())
                .isEqualByComparingTo("0.25");
    }

    @Test
    void thePartUnderstudySaysWhatIsMadeHowFastAndForHowMuch() throws IOException {
        String ours = """
                ,"understudy":{"makes":"video","times":{"queued":["PT0S","PT1S"],"processing":["PT5S","PT6S"]},
                "perSecond":[{"parameter":"resolution","values":["480p"],"price":"0.015"},{"price":0.2}]}
                """;
        String inputs = """
                {"duration":{"type":"string","enum":["5","10"],"default":"5"},
                "resolution":{"type":"string","enum":["480p","720p"]}}
                """;
        Model model = read(row("acme/one", inputs, ours)).find("acme/one").orElseThrow();

        assertThat(model.queued().most()).isEqualTo(Duration.ofSeconds(1));
        assertThat(model.estimate(Map.of("resolution", "480p", "duration", "10")))
                .isEqualByComparingTo("0.15");
        assertThat(model.estimate(Map.of())).isEqualByComparingTo("1");
    }

    @Test
    void whatIsAcceptedIsKeptInOneForm() throws IOException {
        Model model = read(row("acme/one", EVERY_KIND, "")).find("acme/one").orElseThrow();
        Map<String, Object> sent = Map.of(
                "whole",
                9_007_199_254_740_991L,
                "step",
                5.0,
                "decimal",
                1,
                "texts",
                List.of("x"),
                "cast",
                List.of(Map.of("id", "char_1")));

        assertThat(model.accept(sent).values())
                .containsEntry("whole", 9_007_199_254_740_991L)
                .containsEntry("step", 5)
                .containsEntry("decimal", BigDecimal.ONE)
                .containsEntry("texts", List.of("x"))
                .containsEntry("cast", List.of("char_1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text    | a          | parameter text must be at least 2 characters long, got 1
            text    | abcd       | parameter text must be at most 3 characters long, got 4
            choice  | c          | parameter choice must be one of a, b, got c
            flag    | true       | parameter flag must be true or false, got a string
            decimal | 1          | parameter decimal must be a number, got a string
            texts   | x          | parameter texts must be an array of strings, got a string
            """)
    void aTextThatDoesNotFitIsToldWhatDoes(String input, String value, String message) throws IOException {
        assertRefused(input, value, message);
    }

    @Test
    void aNumberOrAListThatDoesNotFitIsToldWhatDoes() throws IOException {
        assertRefused("whole", -2, "parameter whole must be at least -1, got -2");
        assertRefused(
                "whole",
                9_007_199_254_740_992L,
                "parameter whole must be at most 9007199254740991, got 9007199254740992");
        assertRefused("whole", 1.5, "parameter whole must be an integer, got the number 1.5");
        assertRefused(
                "whole",
                new java.math.BigInteger("9".repeat(900)),
                "parameter whole must be an integer, got the number " + "9".repeat(60) + "…");
        assertRefused("step", 6, "parameter step must be one of 5, 10, got 6");
        assertRefused("decimal", 1.6, "parameter decimal must be at most 1.5, got 1.6");
        assertRefused("texts", List.of(), "parameter texts must be at least 1 items long, got 0");
        assertRefused("texts", List.of("a", "b", "c"), "parameter texts must be at most 2 items long, got 3");
        assertRefused("texts", List.of("a", 7), "parameter texts[1] must be a string, got the number 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {                                           | it is not valid JSON (line 1, column 2): Unexpected end-of-input
            7                                           | it is neither an array of models nor an object with such an array under 'models'
            []                                          | it has no models
            [7]                                         | model 1: it is not a JSON object
            [{}]                                        | model 1: 'model_id' must be a path such as openai/sora-2/characters
            [{"model_id":"a b"}]                        | model a b: 'model_id' must be a path such as openai/sora-2/characters
            [{"model_id":"a"}]                          | model a: 'api_schema.api_schemas' has no entry of the type model_run
            [{"model_id":"a","model_id":"b"}]           | Duplicate
            [{"any":[1e1000000000]}]                    | it has a number with more than 400 digits before or after its point
            [{"any":[1e-1000000000]}]                   | it has a number with more than 400 digits before or after its point
            """)
    void aFileThatIsNoCatalogIsToldWhatIsWrong(String content, String message) {
        assertUnusable(content, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"a":{"type":"object"}}                            |                                            | the input 'a' must be a string, integer, number, boolean, array of strings or array of objects with an id
            {"a":{"type":"string","enum":["x"],"default":"y"}} |                                            | a value in its schema or prices contradicts it: parameter a must be one of x, got y
            {"a":{"type":"integer","enum":["x"]}}              |                                            | a value in its schema or prices contradicts it: parameter a must be an integer, got a string
            []                                                 |                                            | 'request_schema' has no 'properties'
            {}                                                 | ,"base_price":"much"                       | 'base_price' must be a number of US dollars
            {}                                                 | ,"base_price":-1                           | 'base_price' must be a number of US dollars
            {}                                                 | ,"base_price":"1e1000000000"               | 'base_price' must be a number of US dollars
            {}                                                 | ,"type":"text-to-image"                    | 'understudy.makes' must be video or character
            {}                                                 | ,"understudy":{"makes":"soup"}             | 'understudy.makes' must be video or character
            {}                                                 | ,"understudy":{"makes":"character"}        | it makes a character, so its required strings must include 'video'
            {}                                                 | ,"understudy":{"times":{"queued":["1 s"]}} | 'understudy.times.queued' must be two times in order, such as ["PT2S", "PT10S"]
            {}                                                 | ,"understudy":{"perSecond":[{"price":1}]}  | 'understudy.perSecond' needs the input 'duration'
            {}                                                 | ,"understudy":{"price":1}                  | 'understudy' has 'price', but only makes, times, perSecond, clip mean something
            {"duration":{"type":"integer"}}                    | ,"understudy":{"perSecond":[{"parameter":"duration","price":1}]} | 'understudy.perSecond' needs 'values' for the input 'duration'
            {"duration":{"type":"integer"}}                    | ,"understudy":{"perSecond":[{}]}           | 'price' must be a number of US dollars
            """)
    void aModelThatCannotBeUsedIsNamedWithWhatIsWrong(String properties, String more, String message) {
        assertUnusable("[" + row("acme/one", properties, more == null ? "" : more) + "]", "model acme/one: " + message);
    }

    @Test
    void oneSlugTwiceIsAMistake() {
        assertUnusable("[%1$s,%1$s]".formatted(row("acme/one", "{}", "")), "it has the model acme/one twice");
    }

    @Test
    void aFileThatIsNotThereIsToldSo() {
        Path missing = folder.resolve("missing.json");

        assertThatThrownBy(() -> Catalog.sora2().with(missing))
                .hasMessage("the catalog " + missing + " does not exist");
        assertThatThrownBy(() -> Catalog.sora2().with(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("the catalog " + folder + " cannot be read");
    }

    private void assertRefused(String input, Object value, String message) throws IOException {
        Model model = read(row("acme/one", EVERY_KIND, "")).find("acme/one").orElseThrow();
        assertThatThrownBy(() -> model.accept(Map.of(input, value)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    private void assertUnusable(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("the catalog " + folder.resolve("own.json") + " cannot be used: ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private Catalog read(String content) throws IOException {
        String array = content.startsWith("{\"model_id") ? "[" + content + "]" : content;
        return Catalog.sora2().with(Files.writeString(folder.resolve("own.json"), array));
    }

    // A later key of the same name would be refused, so the row leaves out what 'more' has.
    private static String row(String slug, String properties, String more) {
        String price = more.contains("base_price") ? "" : "\"base_price\":0.25,";
        String type = more.contains("\"type\"") ? "" : "\"type\":\"text-to-video\",";
        return "{\"model_id\":\"%s\",%s%s\"api_schema\":{\"api_schemas\":[{\"type\":\"model_run\",\"request_schema\":{\"properties\":%s}}]}%s}"
                .formatted(slug, price, type, properties, more);
    }
}
