package dev.understudy.dialect.soraguide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.prediction.Output;
import dev.understudy.sandbox.Order;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.sandbox.Visit;
import dev.understudy.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    private final Sandboxes sandboxes = new Sandboxes(Settings.defaults(), 3);
    private final Sandbox sandbox = sandboxes.of("key");
    private final Visit visit = new Visit("soraguide.submit", name -> Optional.empty());

    private String hero;
    private String sidekick;

    @BeforeEach
    void cast() {
        Order order = Order.of("soraguide:sora-2-character", Map.of("video", "https://example.com/a.mp4"))
                .named(Names.OF_CHARACTERS);
        sandbox.submit(order, visit);
        hero = sandbox.characters().iterator().next().id();
        sandbox.submit(order, visit);
        sidekick = sandbox.characters().stream()
                .map(Output.MadeCharacter::id)
                .filter(id -> !id.equals(hero))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void close() {
        sandboxes.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@%s walks",
                "A walk with @%s",
                "A walk with @%s.",
                "(@%s)",
                "@{%s} walks",
                "Joe,@%s, and friends",
                "@%s's walk",
                "@%s\nwalks",
                "Ein Spaziergang mit @%s…"
            })
    void aCharacterIsMentionedAnywhereByItsIdOrByItsUserName(String prompt) {
        assertThat(read(prompt.formatted(hero))).containsExactly(hero);
        assertThat(read(prompt.formatted(Names.username(hero)))).containsExactly(hero);
        assertThat(visit.notes()).noneMatch(note -> note.contains("in the prompt"));
    }

    @Test
    void severalAreEachTakenOnceInTheirOrder() {
        String prompt = "@%s @%s talk. @%s laughs".formatted(sidekick, Names.username(hero), sidekick);

        assertThat(read(prompt)).containsExactly(sidekick, hero);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a walk", "joe@%s", "@ %s", "@home"})
    void whatIsNoMentionNamesNobody(String prompt) {
        assertThat(read(prompt.formatted(hero))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@char_abc123", "@ch_0", "@{char_hero}", "@d06b83080.wingedho"})
    void whatLooksLikeACharacterAndIsNoneIsRefused(String prompt) {
        assertThatThrownBy(() -> read(prompt + " walks"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("which is no character of this key");
    }

    private List<String> read(String prompt) {
        return Mentions.read(prompt, sandbox, visit);
    }
}
