package dev.understudy.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection of HTTP/1.1. Head and body leave at once; the JDK's old client sends two packets, 40 ms apart. */
final class Wire implements AutoCloseable {

    private final Socket socket = new Socket();
    private final InputStream in;
    private final URI server;

    Wire(URI server, int patienceMillis) throws IOException {
        this.server = server;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(patienceMillis);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), patienceMillis);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    Answer call(Entrance entrance, String key, byte[] body) throws IOException {
        String head = "%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nX-API-Key: %s\r\nContent-Type: %s\r\n"
                + "Content-Length: %d\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.formatted(
                        entrance.method(),
                        entrance.path(),
                        server.getAuthority(),
                        key,
                        key,
                        entrance.type(),
                        body.length)
                .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        socket.getOutputStream().write(request.toByteArray());
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = headers();
        byte[] content = status == 204
                ? new byte[0]
                : headers.containsKey("content-length")
                        ? exactly(Integer.parseInt(headers.get("content-length")))
                        : chunks();
        return new Answer(status, headers.get("content-type"), headers.get("understudy-why"), content);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        return headers;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            content.writeBytes(exactly(size));
            line();
        }
        line();
        return content.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().trim(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends too early");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("there is no answer, or no more of it");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
