package dev.understudy.webhook;

import dev.understudy.time.Agenda;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The attempts that are to be made again. */
final class Retries {

    private final Agenda agenda;
    private final Consumer<Retry> sending;
    private final Set<Retry> toCome = new LinkedHashSet<>();

    /** @param number of the attempt, counted from 1 */
    record Retry(Delivery delivery, int number, Instant due) {

        Retry moved(Move move) {
            return new Retry(delivery.moved(move), number, due);
        }
    }

    /** @param sending makes the attempt when it is due */
    Retries(Agenda agenda, Consumer<Retry> sending) {
        this.agenda = agenda;
        this.sending = sending;
    }

    void add(Retry retry) {
        synchronized (toCome) {
            toCome.add(retry);
        }
        agenda.at(retry.due(), () -> {
            synchronized (toCome) {
                toCome.remove(retry);
            }
            sending.accept(retry);
        });
    }

    /** Those that are still to come, in the order in which they became so. */
    List<Retry> all() {
        synchronized (toCome) {
            return List.copyOf(toCome);
        }
    }
}
