package dev.understudy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import dev.understudy.dialect.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.understudy");

    @Test
    void arrowsRunDownOnly() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.understudy..")
                .layer("command line")
                .definedBy("..cli..")
                .layer("JUnit extension")
                .definedBy("..junit..")
                .layer("face")
                .definedBy("dev.understudy")
                .layer("server")
                .definedBy("..http..")
                .layer("wire formats")
                .definedBy("dev.understudy.dialect.*..", "..control..")
                .layer("dialect")
                .definedBy("dev.understudy.dialect")
                .layer("sandbox")
                .definedBy("..sandbox..")
                .layer("webhook")
                .definedBy("..webhook..")
                .layer("ground floor")
                .definedBy(
                        "..fault..",
                        "..journal..",
                        "..json..",
                        "..catalog..",
                        "..media..",
                        "..prediction..",
                        "..store..",
                        "..time..",
                        "..metrics..",
                        "..settings..")
                .whereLayer("command line")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("JUnit extension")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("face")
                .mayOnlyBeAccessedByLayers("command line", "JUnit extension")
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("wire formats")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("dialect")
                .mayOnlyBeAccessedByLayers("wire formats", "server")
                .whereLayer("sandbox")
                .mayOnlyBeAccessedByLayers("dialect", "wire formats", "server", "face", "JUnit extension")
                .whereLayer("webhook")
                .mayOnlyBeAccessedByLayers("sandbox", "dialect", "wire formats", "face", "JUnit extension")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CODE);
    }

    @Test
    void noRoomIsPartOfACircle() {
        slices().matching("dev.understudy.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void dialectsDoNotSeeEachOther() {
        slices().matching("dev.understudy.dialect.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    // The compiler keeps their types out; this keeps out what a type cannot show.
    @Test
    void whatIsBelowTheDialectsKnowsNoProvider() throws IOException {
        Pattern provider = Pattern.compile("(?i)wave_?speed|each_?labs|open_?ai|sora_?guide");
        Pattern comment = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
        List<String> found = new ArrayList<>();
        for (String room : List.of("sandbox", "prediction", "time", "webhook", "fault", "journal")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/understudy", room))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String code = comment.matcher(Files.readString(file)).replaceAll("");
                    provider.matcher(code).results().forEach(match -> found.add(file + ": " + match.group()));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void timeAndChanceComeFromOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..time..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, ThreadLocalRandom.class, UUID.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because("a run must be repeatable from its seed, and a pushed clock must move everything")
                .check(CODE);
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("nothing in here waits for time to pass")
                .check(CODE);
    }

    @Test
    void jacksonIsOnlyWhereBytesAreReadOrWritten() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..sandbox..",
                        "..webhook..",
                        "..prediction..",
                        "..media..",
                        "..store..",
                        "..time..",
                        "..journal..",
                        "..settings..",
                        "..http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(CODE);
    }

    @Test
    void testLibrariesAreOnlyInTheExtension() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.assertj..", "org.opentest4j..")
                .because("they are not there when the server runs by itself")
                .check(CODE);
    }

    @Test
    void undertowIsOnlyInTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.undertow..")
                .check(CODE);
    }

    @Test
    void aWireFormatShowsOneTypeAndHidesTheRest() {
        classes()
                .that()
                .resideInAnyPackage("dev.understudy.dialect.*..", "..control..", "..http..")
                .and()
                .areTopLevelClasses()
                .and()
                .areNotAssignableTo(Dialect.class)
                .and()
                .doNotHaveSimpleName("Server")
                .should()
                .bePackagePrivate()
                .check(CODE);
    }
}
