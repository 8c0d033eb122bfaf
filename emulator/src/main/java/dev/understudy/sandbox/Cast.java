package dev.understudy.sandbox;

import dev.understudy.prediction.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The characters of one sandbox. They never change, and are never forgotten. */
final class Cast {

    private final Map<String, Output.MadeCharacter> members = new ConcurrentHashMap<>();

    void continuing(Cast other) {
        members.putAll(other.members);
    }

    void add(Output.MadeCharacter made) {
        members.put(made.id(), made);
    }

    /** The character of a job that was called off never came to be. */
    void forget(String job) {
        members.values().removeIf(member -> member.job().equals(job));
    }

    List<Output.MadeCharacter> all() {
        return List.copyOf(members.values());
    }

    Optional<Output.MadeCharacter> find(String id) {
        return Optional.ofNullable(members.get(id));
    }
}
