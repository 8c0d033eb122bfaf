package dev.understudy.sandbox;

import dev.understudy.prediction.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The characters of one sandbox. They never change, and are never forgotten. */
final class Cast {

    // By id, but for those that were made since somebody last looked: many are made, and few are looked up.
    private final Map<String, Output.MadeCharacter> members = new HashMap<>();
    private final List<Made> fresh = new ArrayList<>();

    /** Takes over the characters of another world, before anybody knows this one. */
    void continuing(Cast other) {
        synchronized (other) {
            members.putAll(other.members);
            fresh.addAll(other.fresh);
        }
    }

    synchronized void add(Made made) {
        fresh.add(made);
    }

    /** The character of a job that was called off never came to be. */
    synchronized void forget(String job) {
        fresh.removeIf(made -> made.isBy(job));
        members.values().removeIf(member -> member.job().equals(job));
    }

    synchronized List<Output.MadeCharacter> all() {
        return List.copyOf(members().values());
    }

    synchronized Optional<Output.MadeCharacter> find(String id) {
        return Optional.ofNullable(members().get(id));
    }

    private Map<String, Output.MadeCharacter> members() {
        for (Made made : fresh) {
            Output.MadeCharacter character = made.character();
            members.put(character.id(), character);
        }
        fresh.clear();
        return members;
    }
}
