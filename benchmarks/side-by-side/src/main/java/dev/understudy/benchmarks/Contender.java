package dev.understudy.benchmarks;

import java.util.List;

/**
 * A server to measure.
 *
 * @param command starts it; {@code {port}} stands for the port
 * @param forget makes it forget what it was asked, so that no round suffers from the ones before
 */
record Contender(String name, List<String> command, Call forget) {

    List<String> commandOn(int port) {
        return command.stream()
                .map(word -> word.replace("{port}", Integer.toString(port)))
                .toList();
    }
}
