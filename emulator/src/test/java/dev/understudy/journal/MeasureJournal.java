package dev.understudy.journal;

import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Not a test: asks a server a million times after a job and prints, every hundred thousand requests, how much of the heap
 * is in use after a collection. {@code java … dev.understudy.journal.MeasureJournal [REQUESTS]}
 */
final class MeasureJournal {

    private static final int STEP = 100_000;
    private static final int AT_ONCE = 50;
    private static final String JOB = "0123456789abcdef0123456789abcdef";

    private MeasureJournal() {}

    public static void main(String[] arguments) throws IOException {
        int requests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        try (Understudy understudy = Understudy.builder()
                        .with(Setting.JOURNAL_ENTRIES, "1000")
                        .start();
                Socket socket = new Socket("127.0.0.1", understudy.baseUrl().getPort())) {
            for (int done = 0; done < requests; done += STEP) {
                long before = System.nanoTime();
                ask(socket, STEP);
                double seconds = (System.nanoTime() - before) / 1e9;
                System.out.printf(
                        "%,d requests: %,d KiB of heap in use, journal of %d entries from %d on (%.0f/s)%n",
                        done + STEP,
                        heap(),
                        understudy.sandbox("measure").journal().size(),
                        understudy.sandbox("measure").journal().get(0).number(),
                        STEP / seconds);
            }
        }
    }

    private static void ask(Socket socket, int count) throws IOException {
        byte[] some = ("GET /api/v3/predictions/" + JOB + "/result HTTP/1.1\r\nHost: localhost\r\n"
                        + "User-Agent: measure/1.0\r\nAuthorization: Bearer measure\r\n\r\n")
                .repeat(AT_ONCE)
                .getBytes(StandardCharsets.US_ASCII);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream();
        for (int sent = 0; sent < count; sent += AT_ONCE) {
            out.write(some);
            readAnswers(in);
        }
    }

    // Each answer is one JSON object without another in it.
    private static void readAnswers(InputStream in) throws IOException {
        byte[] part = new byte[64 * 1024];
        int ends = 0;
        while (ends < AT_ONCE) {
            int read = in.read(part);
            if (read < 0) {
                throw new IOException("the server hung up");
            }
            for (int i = 0; i < read; i++) {
                ends += part[i] == '}' ? 1 : 0;
            }
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    }
}
