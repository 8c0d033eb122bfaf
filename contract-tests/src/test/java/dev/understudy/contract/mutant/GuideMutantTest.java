package dev.understudy.contract.mutant;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases about the guide's API can fail. */
class GuideMutantTest {
    static Stream<Arguments> mutants() {
        return Stream.of(
                arguments("no character_id", GuideDefects.hasNoCharacterId(), "sora-guide.characters.from-url"),
                arguments("char_ for ch_", GuideDefects.writesIdsAsOthersDo(), "sora-guide.characters.id-shape"),
                arguments("no page", GuideDefects.hasNoPage(), "sora-guide.characters.proxies-fields"),
                arguments("any timestamps", GuideDefects.takesAnyTimestamps(), "sora-guide.timestamps.order"),
                arguments("any mention", GuideDefects.knowsEverybodyWhoIsMentioned(), "sora-guide.mentions.unknown"),
                arguments("no task_id", GuideDefects.callsATaskByOneNameOnly(), "sora-guide.generations.accepted"),
                arguments("99 percent", GuideDefects.isNeverQuiteDone(), "sora-guide.generations.completes"),
                arguments("no reason", GuideDefects.failsWithoutAWord(), "sora-guide.generations.fails"));
    }

    @ParameterizedTest(name = "{0} is found by {2}")
    @MethodSource("mutants")
    void a_defect_is_found_by_its_case(String name, Defect defect, String killer) throws IOException {
        MutantTest.assertFound(name, defect, killer);
    }
}
