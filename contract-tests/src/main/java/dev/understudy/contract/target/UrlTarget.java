package dev.understudy.contract.target;

import java.net.URI;
import java.util.Locale;

/** A target that somebody else started and that is known by its URL. */
record UrlTarget(URI baseUri) implements TargetProvider {
    static UrlTarget parse(String word) {
        URI uri = parsed(word.strip());
        if (uri.getHost() == null || uri.getUserInfo() != null || !isRoot(uri)) {
            throw new TargetException("A target is a URL with a scheme, a host and a port, and no more");
        }
        if (LiveHost.includes(uri)) {
            throw new LiveTargetRefusedException(uri.getHost());
        }
        return new UrlTarget(URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getAuthority()));
    }

    private static URI parsed(String word) {
        try {
            return URI.create(word);
        } catch (IllegalArgumentException e) {
            throw new TargetException("Not a URL: " + word, e);
        }
    }

    private static boolean isRoot(URI uri) {
        return uri.getQuery() == null
                && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
    }

    @Override
    public String name() {
        return baseUri.getAuthority().replaceAll("[^A-Za-z0-9.-]", "-");
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Pacing pacing() {
        return Pacing.REMOTE;
    }

    @Override
    public Started start() {
        return new Started(baseUri, () -> {});
    }
}
