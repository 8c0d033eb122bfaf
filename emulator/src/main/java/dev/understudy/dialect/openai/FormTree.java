package dev.understudy.dialect.openai;

import dev.understudy.dialect.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects and arrays out of the names of a form's fields, in every way in which clients of this API write them:
 * {@code video[id]}, {@code characters[][id]} once for each, {@code characters[0][id]}. An object in an array without indices
 * has one key here, so each such field is an object of its own.
 */
final class FormTree {

    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]{0,100}\\])*)");
    private static final Pattern KEY = Pattern.compile("\\[([^\\[\\]]*)\\]");
    private static final Pattern INDEX = Pattern.compile("\\d{1,3}");
    private static final int DEEPEST = 8;

    private FormTree() {}

    /** Files stay what they are; all else is text. */
    static Map<String, Object> of(Request.Form form) throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        for (Request.Field field : form.fields()) {
            Matcher name = NAME.matcher(field.name());
            List<String> keys = name.matches() ? keys(name.group(2)) : List.of();
            String first = name.matches() ? name.group(1) : field.name();
            // The client for Java sends the id in video[id] as it sends the bytes of a file.
            Object value = isFile(field) && (field.named() || keys.isEmpty()) ? field : field.text();
            root.put(first, keys.size() > DEEPEST ? value : grown(root.get(first), keys, value));
        }
        return root;
    }

    // One client sends files without a name, but with a type that no text has.
    private static boolean isFile(Request.Field field) {
        return field.named()
                || field.content()
                        .contentType()
                        .filter(type -> !type.startsWith("text/"))
                        .isPresent();
    }

    private static List<String> keys(String brackets) {
        List<String> keys = new ArrayList<>();
        KEY.matcher(brackets).results().forEach(found -> keys.add(found.group(1)));
        return keys;
    }

    private static Object grown(Object node, List<String> keys, Object value) {
        if (keys.isEmpty()) {
            return value;
        }
        String key = keys.get(0);
        List<String> rest = keys.subList(1, keys.size());
        if (!key.isEmpty() && !INDEX.matcher(key).matches()) {
            Map<Object, Object> object = new LinkedHashMap<>(node instanceof Map<?, ?> map ? map : Map.of());
            object.put(key, grown(object.get(key), rest, value));
            return object;
        }
        List<Object> list = new ArrayList<>(node instanceof List<?> items ? items : List.of());
        int place = key.isEmpty() ? list.size() : Math.min(Integer.parseInt(key), list.size());
        if (place < list.size()) {
            list.set(place, grown(list.get(place), rest, value));
        } else {
            list.add(grown(null, rest, value));
        }
        return list;
    }
}
