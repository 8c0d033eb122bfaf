package dev.understudy.fault;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.understudy.json.JsonValues;
import dev.understudy.settings.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads profiles from their data files. */
final class ProfileFile {

    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> FIELDS = List.of("name", "about", "rules");

    private ProfileFile() {}

    static boolean isPath(String name) {
        return name.endsWith(".json") || name.contains("/") || name.contains("\\");
    }

    /** The names in the index that lies beside the files. */
    static List<String> names() {
        return new String(resource("profiles.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    static Profile builtIn(String name) {
        if (!names().contains(name)) {
            String nearest = Nearest.to(name, names())
                    .map(word -> "; did you mean " + word + "?")
                    .orElse("");
            throw new IllegalArgumentException("there is no profile '%s'; there are %s, and files such as ./mine.json%s"
                    .formatted(name, String.join(", ", names()), nearest));
        }
        return parse(name + ".json", resource(name + ".json"));
    }

    static Profile read(Path file) {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("the profile %s cannot be read: %s".formatted(file, reason(e)));
        }
    }

    private static Profile parse(String file, byte[] content) {
        try (JsonParser json = JSON.createParser(content)) {
            Fields fields = new Fields("", JsonValues.only(json), FIELDS);
            List<Rule> rules = fields.value("rules").filter(List.of()::equals).isPresent()
                    ? List.of()
                    : RuleReader.readAll(fields.value("rules").orElse(null));
            return new Profile(required(fields, "name"), required(fields, "about"), rules);
        } catch (RuleException e) {
            throw new IllegalArgumentException(
                    "the profile %s: %s".formatted(file, e.getMessage().trim()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the profile %s is not valid JSON (line %s): %s"
                    .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()));
        } catch (IOException e) {
            // Bytes that are text in no encoding.
            throw new IllegalArgumentException("the profile %s is not valid JSON: %s".formatted(file, e.getMessage()));
        }
    }

    private static String required(Fields fields, String name) {
        return fields.text(name).orElseThrow(() -> RuleException.wrong(name, "is missing"));
    }

    private static String reason(IOException problem) {
        return problem instanceof NoSuchFileException ? "there is no such file" : problem.getMessage();
    }

    private static byte[] resource(String name) {
        try (InputStream file = ProfileFile.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
