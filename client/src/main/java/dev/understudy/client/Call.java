package dev.understudy.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A request as errors name it.
 *
 * @param id the prediction concerned, or null
 */
record Call(String method, String path, String id) {
    static Call result(String id) {
        // Dots too, so that an id of ".." cannot climb to another route.
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
        return new Call("GET", "/api/v3/predictions/" + segment + "/result", id);
    }

    /** @param route below the API's root: a model, or {@code media/uploads} */
    static Call post(String route) {
        return new Call("POST", "/api/v3/" + route, null);
    }

    String name() {
        return method + " " + path;
    }
}
