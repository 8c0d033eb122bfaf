package dev.understudy.contract.replay;

import dev.understudy.contract.evidence.CaseEvidence;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.evidence.Origins;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Leads the addresses of a recording to the server that plays it. */
final class Addresses {
    private static final String ELSEWHERE = "/from/";

    private final Map<String, String> byOrigin = new TreeMap<>();

    Addresses(CaseEvidence evidence, URI player) {
        byOrigin.put(evidence.origin().toString(), player.toString());
        evidence.exchanges().stream()
                .map(Exchange::request)
                .filter(Addresses::isElsewhere)
                .map(request -> URI.create(request.path()))
                .forEach(uri -> byOrigin.put(origin(uri), player + ELSEWHERE + uri.getAuthority()));
    }

    /** Whether the request went to another host than the target. */
    static boolean isElsewhere(Exchange.Request request) {
        return !request.path().startsWith("/");
    }

    /** The path that the player is asked for, with its query. */
    String path(Exchange.Request request) {
        if (!isElsewhere(request)) {
            return request.path();
        }
        URI uri = URI.create(request.path());
        return ELSEWHERE
                + request.path()
                        .substring(origin(uri).length() - uri.getAuthority().length());
    }

    String translated(String text) {
        String result = text;
        for (Map.Entry<String, String> entry : byOrigin.entrySet()) {
            result = Origins.replace(result, entry.getKey(), entry.getValue());
        }
        return result;
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
