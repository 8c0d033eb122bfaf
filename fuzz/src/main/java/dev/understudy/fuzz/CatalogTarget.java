package dev.understudy.fuzz;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogException;
import dev.understudy.catalog.InvalidInputException;
import dev.understudy.catalog.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Catalogs of models. */
public final class CatalogTarget {

    private static final Path FILE = Scratch.file(".json");
    private static final Catalog CATALOG = Catalog.builtIn();

    private CatalogTarget() {}

    public static void fuzzerTestOneInput(byte[] json) throws IOException {
        Scratch.write(FILE, json);
        try {
            CATALOG.with(FILE).models().forEach(CatalogTarget::use);
        } catch (CatalogException refused) {
            Finding.unless(!refused.getMessage().isBlank(), "refused without a reason");
        }
    }

    private static void use(Model model) {
        // As answers have it: with all its digits.
        Finding.unless(model.price().toPlainString().length() < 1_000, "a price with too many digits");
        try {
            model.accept(Map.of("prompt", "a", "duration", 4));
            model.estimate(Map.of("prompt", "a", "duration", 4));
        } catch (InvalidInputException refused) {
            Finding.unless(!refused.getMessage().isBlank(), "refused without a reason");
        }
    }
}
