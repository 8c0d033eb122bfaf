package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * For machines without wrk: a thread for each connection. It takes more of the processors than wrk does, so its figures
 * compare with each other and with no others.
 */
final class ThreadedLoad implements Load {

    private static final double NANOS = 1e9;
    private static final double NANOS_A_MICRO = 1e3;

    @Override
    public String name() {
        return "a thread for each connection";
    }

    @Override
    public Result submit(int port, int connections, int seconds) throws IOException, InterruptedException {
        byte[] call = Call.submit(Call.KEY).bytes();
        return run(port, connections, seconds, number -> () -> call);
    }

    @Override
    public Result poll(int port, int connections, int seconds, Path jobs) throws IOException, InterruptedException {
        List<byte[]> calls = Files.readAllLines(jobs, StandardCharsets.UTF_8).stream()
                .map(line -> line.split(" "))
                .map(words -> Call.poll(words[0], words[1]).bytes())
                .toList();
        return run(port, connections, seconds, number -> {
            Random random = new Random(number);
            return () -> calls.get(random.nextInt(calls.size()));
        });
    }

    private interface Source {
        Supplier<byte[]> of(int connection);
    }

    private static Result run(int port, int connections, int seconds, Source source)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long begin = System.nanoTime();
            long end = begin + Duration.ofSeconds(seconds).toNanos();
            List<Callable<long[]>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Supplier<byte[]> calls = source.of(i);
                clients.add(() -> client(port, calls, end));
            }
            List<Future<long[]>> all = threads.invokeAll(clients);
            double took = (System.nanoTime() - begin) / NANOS;
            return result(all, took);
        } catch (ExecutionException e) {
            throw new IOException("not every call was answered well", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] client(int port, Supplier<byte[]> calls, long end) throws IOException {
        LongStream.Builder times = LongStream.builder();
        try (Wire wire = new Wire(port)) {
            for (long now = System.nanoTime(); now < end; ) {
                int status = wire.send(calls.get()).status();
                if (status != 200) {
                    throw new IOException("HTTP " + status);
                }
                long after = System.nanoTime();
                times.add(after - now);
                now = after;
            }
        }
        return times.build().toArray();
    }

    private static Result result(List<Future<long[]>> clients, double seconds)
            throws ExecutionException, InterruptedException {
        LongStream all = LongStream.empty();
        for (Future<long[]> client : clients) {
            all = LongStream.concat(all, Arrays.stream(client.get()));
        }
        long[] times = all.sorted().toArray();
        return new Result(
                times.length / seconds,
                times[times.length / 2] / NANOS_A_MICRO,
                times[(int) (times.length * 0.99)] / NANOS_A_MICRO);
    }
}
