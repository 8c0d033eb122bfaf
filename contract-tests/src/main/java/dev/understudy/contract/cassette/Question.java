package dev.understudy.contract.cassette;

import dev.understudy.contract.evidence.Auth;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.Exchange;

/**
 * What makes two requests equal.
 *
 * @param range of the bytes that are asked for; empty for all
 */
record Question(String method, String path, Auth auth, String range, Body body) {
    static Question of(Exchange.Request request) {
        return new Question(
                request.method(),
                request.path(),
                request.auth(),
                request.headers().getOrDefault("range", ""),
                request.body());
    }

    /** How much another one is like this one; more is more alike. */
    int likeness(Question other) {
        int samePath = path.equals(other.path) ? 1000 : commonPrefix(path, other.path);
        return samePath + (method.equals(other.method) ? 500 : 0) + (auth == other.auth ? 5 : 0);
    }

    /** In one line. */
    String text() {
        String told = method + " " + path + " (" + auth.word() + ")";
        if (body instanceof Body.Json json) {
            return told + " " + json.value();
        }
        if (body instanceof Body.Text text) {
            return told + " (not JSON) " + text.text();
        }
        return body instanceof Body.None ? told : told + " " + body;
    }

    private static int commonPrefix(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
