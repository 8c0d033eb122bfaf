package dev.understudy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A contender that runs. It is ended by its process, and nothing else is. */
final class Server implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final int GRACE_SECONDS = 10;

    private final Contender contender;
    private final Process process;
    private final int port;
    private final Duration start;

    private Server(Contender contender, Process process, int port, Duration start) {
        this.contender = contender;
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /**
     * Starts a server and waits until it has answered a real submission.
     *
     * @param logs where its output goes
     */
    static Server start(Contender contender, Path logs) throws IOException, InterruptedException {
        int port = freePort();
        Path log = logs.resolve(contender.name().replaceAll("\\W+", "-") + ".log");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(contender.commandOn(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            awaitAnswer(process, port, begin, log);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            PortOwner.require(port, process.pid());
            return new Server(contender, process, port, took);
        } catch (IOException | RuntimeException | InterruptedException e) {
            end(process);
            throw e;
        }
    }

    private static void awaitAnswer(Process process, int port, long begin, Path log) throws InterruptedException {
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - begin > LONGEST_START.toNanos()) {
                throw new IllegalStateException("it does not answer; see " + log);
            }
            Thread.sleep(1);
        }
    }

    private static boolean answers(int port) {
        try (Wire wire = new Wire(port)) {
            return wire.send(Call.submit(Call.KEY).bytes()).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    Contender contender() {
        return contender;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** From its start to its first real answer. */
    Duration start() {
        return start;
    }

    Wire connect() throws IOException {
        return new Wire(port);
    }

    void forget() throws IOException {
        try (Wire wire = connect()) {
            int status = wire.send(contender.forget().bytes()).status();
            if (status >= 300) {
                throw new IllegalStateException(contender.name() + " does not forget: HTTP " + status);
            }
        }
    }

    /** What it has in memory, as the kernel counts it, in bytes. */
    long residentBytes() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end(process);
    }

    static void closeAll(List<Server> servers) {
        servers.forEach(Server::close);
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
