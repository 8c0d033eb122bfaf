package dev.understudy.dialect.eachlabs;

import dev.understudy.catalog.Model;
import dev.understudy.dialect.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON schema of a model's input as the provider shows it: with its own names, each input once. */
final class RequestSchema {

    private RequestSchema() {}

    static Map<String, Object> of(Model model) {
        Map<String, Object> catalogs =
                Json.readObject(model.listing().requestSchema().getBytes(StandardCharsets.UTF_8));
        Map<String, Object> properties = new LinkedHashMap<>();
        // An input with two names comes twice; both say the same of it.
        ((Map<?, ?>) catalogs.get("properties"))
                .forEach((name, property) -> properties.put(Names.ofProvider((String) name), property));
        List<String> required = ((List<?>) catalogs.get("required"))
                .stream().map(name -> Names.ofProvider((String) name)).toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", required);
        schema.put("properties", properties);
        return schema;
    }
}
