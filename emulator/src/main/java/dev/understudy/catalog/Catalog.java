package dev.understudy.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models on offer, read from data files. */
public final class Catalog {

    /** Catalogs of further providers, in the folder of this class. */
    private static final List<String> OTHERS = List.of("eachlabs.json", "soraguide.json", "openai.json");

    private final Map<String, Model> models;

    private Catalog(Map<String, Model> models) {
        this.models = models;
    }

    /** All models that come with the emulator. */
    public static Catalog builtIn() {
        return OTHERS.stream().reduce(sora2(), Catalog::withResource, (one, other) -> other);
    }

    /** Those of the first provider alone. */
    public static Catalog sora2() {
        return new Catalog(Map.of()).withResource("sora-2.json");
    }

    private Catalog withResource(String name) {
        try (InputStream file = Catalog.class.getResourceAsStream(name)) {
            return with(CatalogFile.read(name, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * These models and those of a file; where both have a slug, the file's model is the one.
     *
     * @throws CatalogException if the file cannot be read or used
     */
    public Catalog with(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return with(CatalogFile.read(file.toString(), content));
        } catch (NoSuchFileException e) {
            throw new CatalogException("the catalog " + file + " does not exist");
        } catch (IOException e) {
            throw new CatalogException("the catalog %s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    public Optional<Model> find(String slug) {
        return Optional.ofNullable(models.get(slug));
    }

    /** In the order of the files. */
    public List<Model> models() {
        return List.copyOf(models.values());
    }

    private Catalog with(List<Model> more) {
        Map<String, Model> all = new LinkedHashMap<>(models);
        more.forEach(model -> all.put(model.slug(), model));
        return new Catalog(all);
    }
}
