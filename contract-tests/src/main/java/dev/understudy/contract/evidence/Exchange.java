package dev.understudy.contract.evidence;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request and its answer. Header names are in lower case; only those of {@link Headers} are kept.
 *
 * @param tookMs from the first byte sent to the last byte received, in milliseconds
 */
public record Exchange(Request request, Response response, long tookMs) {
    /**
     * @param path with the query; an absolute URL when the request went to another host than the target
     */
    public record Request(String method, String path, Auth auth, Map<String, String> headers, Body body) {
        public Request {
            headers = sorted(headers);
        }
    }

    /**
     * @param status of HTTP
     */
    public record Response(int status, Map<String, String> headers, Body body) {
        public Response {
            headers = sorted(headers);
        }
    }

    private static Map<String, String> sorted(Map<String, String> headers) {
        return Collections.unmodifiableMap(new TreeMap<>(headers));
    }
}
