package dev.understudy.contract;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.understudy.contract.plan.CostOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Finds the cases of the kit. */
public final class Suite {
    private static final String PACKAGE = "dev.understudy.contract.cases";

    private Suite() {}

    /** A launcher that checks standings, and reports only to whom it is told to. */
    public static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
    }

    public static LauncherDiscoveryRequest request(Map<String, String> parameters) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(PACKAGE))
                .filters(includeClassNamePatterns(".*Contract"))
                .configurationParameter("junit.jupiter.testclass.order.default", CostOrder.class.getName())
                .configurationParameter("junit.jupiter.testmethod.order.default", CostOrder.class.getName())
                .configurationParameters(parameters)
                .build();
    }

    /**
     * All cases, by id.
     *
     * @throws org.junit.platform.commons.JUnitException when one breaks a rule
     */
    public static List<CaseDefinition> cases() {
        TestPlan plan = launcher().discover(request(Map.of()));
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .flatMap(test -> CaseDefinition.of(test).stream())
                .sorted(Comparator.comparing(CaseDefinition::id))
                .toList();
    }
}
