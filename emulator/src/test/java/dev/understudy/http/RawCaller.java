package dev.understudy.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A caller that sees what TCP sees. */
final class RawCaller implements AutoCloseable {

    private final Socket socket;

    RawCaller(int port) throws IOException {
        socket = new Socket();
        // What a caller does not read is soon felt by who sends it.
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(10_000);
    }

    /** All that came until the connection ended, and how it ended. */
    record Seen(String text, boolean reset) {
        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    RawCaller ask(String method, String path, String... headers) throws IOException {
        return write(head(method, path, headers));
    }

    /** Asks for all of them in one write: the connection may be gone by the time a second one came. */
    RawCaller askAtOnce(String... paths) throws IOException {
        return write(Stream.of(paths).map(path -> head("GET", path)).collect(Collectors.joining()));
    }

    private static String head(String method, String path, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: a\r\n" + more + "\r\n";
    }

    /** Sends exactly this. */
    RawCaller write(String bytes) throws IOException {
        return write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawCaller write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Says that nothing more is to come, and goes on listening. */
    RawCaller endOfRequests() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    Seen toTheEnd() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(bytes);
            return new Seen(bytes.toString(StandardCharsets.ISO_8859_1), false);
        } catch (java.net.SocketException e) {
            return new Seen(bytes.toString(StandardCharsets.ISO_8859_1), true);
        }
    }

    /** How long reading waits. */
    RawCaller patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return this;
    }

    InputStream stream() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
