package dev.understudy.webhook;

import dev.understudy.prediction.Prediction;
import dev.understudy.time.Agenda;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The ends of jobs that are to be told, each to its receivers in the order in which those were registered. */
final class Awaited {

    /** An end that is to be told to one receiver. */
    record One(Prediction job, URI receiver, Telling telling, Seal seal) {

        One moved(Prediction same, Move move) {
            return new One(same, move.receiver(receiver), telling, move.seal(seal));
        }
    }

    /** @param appointment once it is known when */
    private record Line(List<One> ones, Optional<Agenda.Appointment> appointment) {

        static final Line EMPTY = new Line(List.of(), Optional.empty());

        Line and(One one) {
            return new Line(Stream.concat(ones.stream(), Stream.of(one)).toList(), appointment);
        }
    }

    private final Agenda agenda;
    private final Consumer<One> due;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** @param due tells an end whose time has come */
    Awaited(Agenda agenda, Consumer<One> due) {
        this.agenda = agenda;
        this.due = due;
    }

    void add(One one) {
        String id = one.job().id();
        lines.compute(id, (same, line) -> appointed((line == null ? Line.EMPTY : line).and(one)));
    }

    void endKnown(String job) {
        lines.computeIfPresent(job, (id, line) -> appointed(line));
    }

    void forget(Collection<String> jobs) {
        for (String id : jobs) {
            Optional.ofNullable(lines.remove(id)).flatMap(Line::appointment).ifPresent(Agenda.Appointment::cancel);
        }
    }

    List<One> of(String job) {
        return lines.getOrDefault(job, Line.EMPTY).ones();
    }

    private Line appointed(Line line) {
        Prediction job = line.ones().get(0).job();
        return line.appointment().isEmpty() && job.timeline().endKnown()
                ? new Line(line.ones(), Optional.of(agenda.at(job.timeline().ends(), () -> tell(job.id()))))
                : line;
    }

    private void tell(String job) {
        Optional.ofNullable(lines.remove(job)).ifPresent(line -> line.ones().forEach(due));
    }
}
