package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Sees to it that the server which answers is the one that was started: a left-over one "starts" in three milliseconds. */
final class PortOwner {

    private static final String LISTENING = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    /** @throws IllegalStateException if the process does not listen on the port */
    static void require(int port, long pid) throws IOException {
        Set<String> listening = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (Files.exists(Path.of(table))) {
                listening.addAll(sockets(Path.of(table), port));
            }
        }
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            if (open.map(PortOwner::target).noneMatch(listening::contains)) {
                throw new IllegalStateException("port " + port + " is not process " + pid + "'s");
            }
        }
    }

    private static List<String> sockets(Path table, int port) throws IOException {
        String place = String.format(Locale.ROOT, ":%04X", port);
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> line.trim().split("\\s+"))
                    .filter(words -> words[1].endsWith(place) && words[STATE].equals(LISTENING))
                    .map(words -> "socket:[" + words[INODE] + "]")
                    .toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
