package dev.understudy.contract;

import dev.understudy.contract.api.Control;
import dev.understudy.contract.register.Claims;
import dev.understudy.contract.register.Cost;
import dev.understudy.contract.register.Prices;
import dev.understudy.contract.register.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Disabled;

/** What a test method must look like before any case is run. */
final class StandingRules {
    private static final String ID = "[a-z0-9]+([.-][a-z0-9]+)+";

    private StandingRules() {}

    /** The broken rules, each as a sentence; empty for a good case and for a test that does not claim to be one. */
    static List<String> broken(Method method) {
        List<String> broken = new ArrayList<>();
        EmulatorOnly only = method.getAnnotation(EmulatorOnly.class);
        KnownGap gap = method.getAnnotation(KnownGap.class);
        ContractCase contractCase = method.getAnnotation(ContractCase.class);
        require(broken, only == null || gap == null, "has two standings: @EmulatorOnly and @KnownGap");
        require(broken, contractCase != null || (only == null && gap == null), "has a standing but no @ContractCase");
        require(broken, only == null || !only.reason().isBlank(), "gives no reason in @EmulatorOnly");
        require(broken, gap == null || !gap.reason().isBlank(), "gives no reason in @KnownGap");
        require(broken, gap == null || isDate(gap.since()), "gives no date in @KnownGap");
        require(broken, !isApart(method) || only != null, "takes a Control but is not @EmulatorOnly");
        require(broken, !isApart(method) || beginsWithApi(method), "takes a Control but no Api or client before it");
        if (contractCase != null) {
            checkCase(broken, contractCase);
            Optional<Provider> provider =
                    Provider.ofPackage(method.getDeclaringClass().getPackageName());
            require(broken, provider.isPresent(), "is in a package of no provider");
            provider.ifPresent(owner -> checkProvider(broken, contractCase, owner));
            require(
                    broken,
                    !skipsItself(method) && !skipsItself(method.getDeclaringClass()),
                    "is switched off by an annotation; only the kit skips cases");
        }
        return broken.stream().map(rule -> method.getName() + " " + rule).toList();
    }

    /** Whether the case scripts faults or moves the time: it works with keys of its own then. */
    static boolean isApart(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Control.class);
    }

    private static boolean beginsWithApi(Method method) {
        return ContractExtension.isClient(method.getParameterTypes()[0]);
    }

    private static void checkCase(List<String> broken, ContractCase contractCase) {
        require(broken, contractCase.id().matches(ID), "has an id that is not lower-case words: " + contractCase.id());
        require(broken, contractCase.claims().length > 0, "rests on no claim");
        for (String claim : contractCase.claims()) {
            require(
                    broken,
                    Claims.bundled().of(claim).isPresent(),
                    "rests on a claim that is not registered: " + claim);
        }
        require(broken, isCost(contractCase.cost()), "has a cost that cannot be priced: " + contractCase.cost());
    }

    private static void checkProvider(List<String> broken, ContractCase contractCase, Provider owner) {
        require(
                broken,
                Provider.ofCase(contractCase.id()) == owner,
                "has an id that does not begin as those of " + owner.word() + " do: " + contractCase.id());
        Arrays.stream(contractCase.claims())
                .flatMap(id -> Claims.bundled().of(id).stream())
                .filter(claim -> claim.provider() != owner)
                .forEach(claim -> broken.add("rests on a claim about another provider: " + claim.id()));
    }

    private static void require(List<String> broken, boolean kept, String otherwise) {
        if (!kept) {
            broken.add(otherwise);
        }
    }

    private static boolean skipsItself(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type ->
                        type == Disabled.class || type.getPackageName().equals("org.junit.jupiter.api.condition"));
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isCost(String text) {
        try {
            Cost.parse(text, Prices.bundled());
            return true;
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return false;
        }
    }
}
