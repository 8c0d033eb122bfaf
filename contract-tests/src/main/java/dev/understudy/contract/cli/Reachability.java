package dev.understudy.contract.cli;

import dev.understudy.contract.target.TargetException;
import dev.understudy.contract.target.TargetProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Looks whether anybody listens, so that a wrong port is one sentence and not forty errors. */
final class Reachability {
    private static final int TIMEOUT_MILLIS = 5_000;

    private Reachability() {}

    /**
     * @throws TargetException when nobody does
     */
    static void check(TargetProvider.Started started) {
        URI uri = started.baseUri();
        int port = uri.getPort() != -1 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), port), TIMEOUT_MILLIS);
        } catch (IOException e) {
            throw new TargetException("Nobody answers at " + uri, e);
        }
    }
}
