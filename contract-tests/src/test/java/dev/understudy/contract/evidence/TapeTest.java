package dev.understudy.contract.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TapeTest {
    private final Tape tape = new Tape(new Sanitiser(text -> text));

    @Test
    void what_is_shared_stands_in_each_case_where_it_is_first_used() {
        tape.begin();
        say("one");
        useCharacter();
        useCharacter();
        say("two");
        assertThat(said()).containsExactly("one", "clip", "character", "two");

        tape.begin();
        useCharacter();
        say("three");
        assertThat(said()).containsExactly("clip", "character", "three");
    }

    @Test
    void a_part_that_a_case_had_already_is_not_told_twice() {
        useCharacter();
        tape.begin();
        tape.shared("clip", () -> "made before");
        say("one");
        useCharacter();

        assertThat(said()).containsExactly("clip", "one", "character");
    }

    @Test
    void what_was_said_before_a_case_is_no_part_of_it() {
        say("preflight");
        tape.begin();

        assertThat(said()).isEmpty();
    }

    @Test
    void what_was_said_before_it_failed_is_kept() {
        tape.begin();
        assertThatThrownBy(() -> tape.shared("clip", () -> {
                    say("clip");
                    throw new AssertionError("no");
                }))
                .isInstanceOf(AssertionError.class);
        say("after");

        assertThat(said()).containsExactly("clip", "after");
    }

    private void useCharacter() {
        tape.shared("character", () -> {
            tape.shared("clip", () -> {
                say("clip");
                return "";
            });
            say("character");
            return "";
        });
    }

    private void say(String word) {
        tape.add(Exchanges.get("/" + word, "{}"));
    }

    private List<String> said() {
        return tape.exchanges().stream()
                .map(exchange -> exchange.request().path().substring(1))
                .toList();
    }
}
