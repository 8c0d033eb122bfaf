package dev.understudy.sandbox;

import dev.understudy.prediction.Output;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The characters of one sandbox. They never change, and are never forgotten. */
final class Cast {

    private final Map<String, Member> members = new ConcurrentHashMap<>();

    /** What shares all that it can with its job's output, because it stays for good. */
    private record Member(Output.MadeCharacter made, String job, Instant at) {
        KnownCharacter character() {
            return new KnownCharacter(made.id(), made.name(), job, at);
        }
    }

    void continuing(Cast other) {
        members.putAll(other.members);
    }

    void add(Output.MadeCharacter made, String job, Instant at) {
        members.put(made.id(), new Member(made, job, at));
    }

    /** The character of a job that was called off never came to be. */
    void forget(String job) {
        members.values().removeIf(member -> member.job().equals(job));
    }

    List<KnownCharacter> all() {
        return members.values().stream().map(Member::character).toList();
    }

    Optional<KnownCharacter> find(String id) {
        return Optional.ofNullable(members.get(id)).map(Member::character);
    }
}
