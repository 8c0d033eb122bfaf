package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in {@code docs/catalog.md} works as it stands there. */
class CatalogDocumentTest {

    @Test
    void theDocumentsExampleIsACatalog(@TempDir Path folder) throws IOException {
        String document = Files.readString(Path.of("..", "docs", "catalog.md"));
        String example = document.split("```json\n|\n```\n")[1];

        Catalog catalog = Catalog.sora2().with(Files.writeString(folder.resolve("example.json"), example));
        Model model = catalog.find("acme/seed/image-to-video").orElseThrow();
        assertThat(model.product()).isEqualTo(Model.Product.VIDEO);
        assertThat(model.estimate(Map.of())).isEqualByComparingTo("0.25");
        assertThat(model.estimate(Map.of("resolution", "720p", "duration", 10))).isEqualByComparingTo("1");
    }
}
