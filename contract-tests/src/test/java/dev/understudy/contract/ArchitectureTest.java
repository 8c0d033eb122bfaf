package dev.understudy.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String CASES = "dev.understudy.contract.cases..";
    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.understudy.contract");

    // "Access", not "depend on": @KnownGap names a kind of target, but an annotation runs nothing.
    @Test
    void a_case_cannot_know_its_target() {
        noClasses()
                .that()
                .resideInAPackage(CASES)
                .should()
                .accessClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                "dev.understudy.contract",
                                "dev.understudy.contract.target..",
                                "dev.understudy.contract.cli..",
                                "dev.understudy.contract.report..",
                                "io.restassured..",
                                "java.net..")
                        .or(JavaClass.Predicates.type(System.class))
                        .as("what knows the target"))
                .check(KIT);
    }

    @Test
    void a_case_cannot_skip_itself() {
        noClasses()
                .that()
                .resideInAPackage(CASES)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                "org.junit.jupiter.api", "org.junit.jupiter.api.condition", "org.opentest4j")
                        .as("JUnit itself"))
                .check(KIT);
    }

    @Test
    void a_test_beside_the_cases_is_a_case() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(CASES)
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Contract")
                .and()
                .arePackagePrivate()
                .should()
                .beAnnotatedWith(ContractCase.class)
                .check(KIT);
    }

    @Test
    void the_kit_does_not_know_the_emulator() {
        noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.understudy..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage("dev.understudy.contract.."))
                        .as("the emulator"))
                .check(KIT);
    }

    @Test
    void only_the_api_sends_requests() {
        classes()
                .that()
                .resideOutsideOfPackage("dev.understudy.contract.api..")
                .should()
                .onlyDependOnClassesThat(
                        JavaClass.Predicates.resideOutsideOfPackages("io.restassured..", "java.net.http..")
                                .as("anything but HTTP clients"))
                .check(KIT);
    }

    @Test
    void packages_do_not_depend_on_one_another_in_circles() {
        SlicesRuleDefinition.slices()
                .matching(
                        "dev.understudy.contract.(target|register|api|report|cli|cases|evidence|spend|plan|replay|drift|cassette)..")
                .should()
                .beFreeOfCycles()
                .check(KIT);
    }
}
