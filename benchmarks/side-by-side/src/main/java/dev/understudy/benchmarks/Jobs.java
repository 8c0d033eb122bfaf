package dev.understudy.benchmarks;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jobs that were submitted, each with an input of its own and the key of its owner. */
record Jobs(List<Job> all) {

    record Job(String id, String key) {}

    /** Where the key of a job comes from. */
    @FunctionalInterface
    interface Keys {
        String of(int number);
    }

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final int CONNECTIONS = 4;

    /** Submits a job at a time on each of four connections. */
    static Jobs submit(Server server, int number, Keys keys) throws IOException, InterruptedException {
        return submit(server, number, keys, 1);
    }

    /** @param ahead how many requests are sent before their answers are read; only some servers bear more than 1 */
    static Jobs submit(Server server, int number, Keys keys, int ahead) throws IOException, InterruptedException {
        return new Jobs(shared(number, (from, to) -> client(server, from, to, keys, ahead)));
    }

    /** Does something about so many things, a part of them at a time on each of four connections. */
    private static List<Job> shared(int number, Part part) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<List<Job>>> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int from = (int) ((long) number * i / CONNECTIONS);
                int to = (int) ((long) number * (i + 1) / CONNECTIONS);
                clients.add(() -> part.of(from, to));
            }
            List<Job> all = new ArrayList<>(number);
            for (Future<List<Job>> client : threads.invokeAll(clients)) {
                all.addAll(client.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IOException("a call failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface Part {
        List<Job> of(int from, int to) throws IOException;
    }

    private static List<Job> client(Server server, int from, int to, Keys keys, int ahead) throws IOException {
        List<Job> jobs = new ArrayList<>(to - from);
        try (Wire wire = server.connect()) {
            for (int at = from; at < to; at += ahead) {
                int end = Math.min(to, at + ahead);
                ByteArrayOutputStream requests = new ByteArrayOutputStream();
                for (int i = at; i < end; i++) {
                    requests.writeBytes(Call.submit(keys.of(i), "Ada " + i).bytes());
                }
                wire.write(requests.toByteArray());
                for (int i = at; i < end; i++) {
                    jobs.add(new Job(id(wire.read()), keys.of(i)));
                }
            }
        }
        return jobs;
    }

    /** The id that an answer begins with. */
    static String id(Wire.Answer answer) throws IOException {
        Matcher id = ID.matcher(answer.text());
        if (answer.status() != 200 || !id.find()) {
            throw new IOException("HTTP " + answer.status() + " instead of a job");
        }
        return id.group(1);
    }

    /** Polls each, and fails if one cannot be read any more. */
    void readAll(Server server) throws IOException, InterruptedException {
        shared(all.size(), (from, to) -> read(server, all.subList(from, to)));
    }

    private static List<Job> read(Server server, List<Job> jobs) throws IOException {
        try (Wire wire = server.connect()) {
            for (Job job : jobs) {
                String found = id(wire.send(Call.poll(job.id(), job.key()).bytes()));
                if (!found.equals(job.id())) {
                    throw new IOException("asked for job " + job.id() + ", was told of " + found);
                }
            }
        }
        return jobs;
    }

    Path write(Path file) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (Job job : all) {
                lines.write(job.id() + " " + job.key() + "\n");
            }
        }
        return file;
    }
}
