package dev.understudy.contract.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A plan as {@code --plan} prints it. */
public final class PlanText {
    private PlanText() {}

    public static String of(Plan plan, Terms terms) {
        StringBuilder text = new StringBuilder(String.format(
                "%3s  %-44s %8s  %-7s %s%n", "", "case", "USD", "age", "last seen to hold on the real service"));
        List<Entry> run = plan.run();
        for (int i = 0; i < run.size(); i++) {
            Entry entry = run.get(i);
            text.append(String.format(
                    "%3d  %-44s %8s  %-7s %s%n",
                    i + 1,
                    entry.definition().id(),
                    amount(entry.usd()),
                    entry.age(),
                    entry.lastVerifiedAt().map(Instant::toString).orElse("never")));
        }
        plan.entries().stream()
                .filter(entry -> !entry.isRun())
                .forEach(entry -> entry.skip()
                        .ifPresent(skip -> text.append(String.format(
                                "  -  %-44s %8s  %s%n", entry.definition().id(), skip.kind(), skip.because()))));
        return text.append(String.format(
                        "Total: %s cases, at most USD %s, within a budget of USD %s.%n",
                        run.size(), amount(plan.total()), terms.budget().toPlainString()))
                .toString();
    }

    private static String amount(BigDecimal usd) {
        return usd.setScale(Math.max(3, usd.scale())).toPlainString();
    }
}
