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

    private final Map<String, Model> ofFirst = Sora2.MODELS;
    private final boolean others;
    private final Map<String, Model> ofFiles;

    /** @param others whether those of further providers are among the models */
    private Catalog(boolean others, Map<String, Model> ofFiles) {
        this.others = others;
        this.ofFiles = ofFiles;
    }

    /** The models of the first provider. */
    private static final class Sora2 {
        private static final Map<String, Model> MODELS = resources("sora-2.json");
    }

    /** Those of further providers; a class of its own, so that a start does not wait for what nobody may ask for. */
    private static final class Others {
        private static final Map<String, Model> MODELS = resources("eachlabs.json", "soraguide.json", "openai.json");
    }

    /** All models that come with the emulator. */
    public static Catalog builtIn() {
        return new Catalog(true, Map.of());
    }

    /** Those of the first provider alone. */
    public static Catalog sora2() {
        return new Catalog(false, Map.of());
    }

    // In the folder of this class.
    private static Map<String, Model> resources(String... names) {
        Map<String, Model> models = new LinkedHashMap<>();
        for (String name : names) {
            try (InputStream file = Catalog.class.getResourceAsStream(name)) {
                put(CatalogFile.read(name, file), models);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return models;
    }

    private static void put(List<Model> more, Map<String, Model> models) {
        more.forEach(model -> models.put(model.slug(), model));
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
        Model found = ofFiles.getOrDefault(slug, ofFirst.get(slug));
        return Optional.ofNullable(found == null && others ? Others.MODELS.get(slug) : found);
    }

    /** In the order of the files. */
    public List<Model> models() {
        Map<String, Model> all = new LinkedHashMap<>(ofFirst);
        if (others) {
            all.putAll(Others.MODELS);
        }
        all.putAll(ofFiles);
        return List.copyOf(all.values());
    }

    private Catalog with(List<Model> more) {
        Map<String, Model> all = new LinkedHashMap<>(ofFiles);
        put(more, all);
        return new Catalog(others, all);
    }
}
