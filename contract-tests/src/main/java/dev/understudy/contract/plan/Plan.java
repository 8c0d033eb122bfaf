package dev.understudy.contract.plan;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.evidence.Age;
import dev.understudy.contract.evidence.EvidenceLedger;
import dev.understudy.contract.plan.Entry.Kind;
import dev.understudy.contract.plan.Entry.Skip;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cases of a run on the real service, in the order in which they are worth their money: free, cheap, then those that
 * were not seen for longest. So the budget always cuts the dearest, and a second run takes up what the first left out.
 *
 * @param entries all cases of the providers, those to be run first
 */
public record Plan(List<Entry> entries) {
    public Plan {
        entries = List.copyOf(entries);
    }

    /** The plan for the cases of some providers; it knows nothing of those of others. */
    public static Plan of(List<CaseDefinition> cases, EvidenceLedger ledger, Terms terms) {
        Draft draft = new Draft(ledger, terms);
        List<Entry> entries = new ArrayList<>(cases.stream()
                .filter(definition -> terms.providers().contains(definition.provider()))
                .sorted(order(ledger))
                .map(draft::entry)
                .toList());
        entries.sort(Comparator.comparing(entry -> !entry.isRun()));
        return new Plan(entries);
    }

    public Optional<Entry> of(String caseId) {
        return entries.stream()
                .filter(entry -> entry.definition().id().equals(caseId))
                .findFirst();
    }

    public List<Entry> run() {
        return entries.stream().filter(Entry::isRun).toList();
    }

    /** What the run costs when all goes as planned, in US dollars. */
    public BigDecimal total() {
        return run().stream().map(Entry::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Comparator<CaseDefinition> order(EvidenceLedger ledger) {
        return Comparator.comparing(
                        (CaseDefinition definition) -> definition.cost().usd())
                .thenComparing(
                        definition -> ledger.lastVerifiedAt(definition.id()).orElse(Instant.MIN))
                .thenComparing(CaseDefinition::id);
    }

    /** Goes through the cases in order and remembers what has been promised. */
    private static final class Draft {
        private final EvidenceLedger ledger;
        private final Terms terms;
        private BigDecimal promised = BigDecimal.ZERO;
        private final Set<String> paid = new HashSet<>();

        Draft(EvidenceLedger ledger, Terms terms) {
            this.ledger = ledger;
            this.terms = terms;
        }

        Entry entry(CaseDefinition definition) {
            Optional<Instant> verified = ledger.lastVerifiedAt(definition.id());
            BigDecimal usd = added(definition);
            Optional<Skip> skip = skip(definition, verified, usd);
            if (skip.isEmpty()) {
                promised = promised.add(usd);
                paid.addAll(definition.cost().shared().keySet());
            }
            return new Entry(definition, verified, Age.of(verified, terms.now()), usd, skip);
        }

        private BigDecimal added(CaseDefinition definition) {
            return definition.cost().shared().entrySet().stream()
                    .filter(shared -> paid.contains(shared.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(definition.cost().usd(), BigDecimal::subtract);
        }

        private Optional<Skip> skip(CaseDefinition definition, Optional<Instant> verified, BigDecimal usd) {
            if (!definition.id().startsWith(terms.filter())) {
                return skip(Kind.FILTERED, "the id does not begin with " + terms.filter());
            }
            if (!definition.isVerifiable()) {
                return skip(Kind.UNVERIFIABLE, "the real service cannot be asked this");
            }
            Optional<Duration> sinceThen = verified.map(at -> Duration.between(at, terms.now()));
            if (terms.maxAge().isPresent()
                    && sinceThen.isPresent()
                    && sinceThen.get().compareTo(terms.maxAge().get()) <= 0) {
                return skip(Kind.RECENT, "verified on " + verified.get());
            }
            if (definition.cost().isUnpriced()) {
                return skip(Kind.NOT_ALLOWED, "costs what the price list does not have, so it is never asked");
            }
            Optional<String> model = notAllowed(definition);
            if (model.isPresent()) {
                return skip(Kind.NOT_ALLOWED, "costs USD " + usd.toPlainString() + " and needs --allow " + model.get());
            }
            BigDecimal left = terms.budget().subtract(promised);
            return usd.signum() > 0 && usd.compareTo(left) > 0
                    ? skip(
                            Kind.TOO_DEAR,
                            "costs USD " + usd.toPlainString() + ", and the plan has USD "
                                    + left.max(BigDecimal.ZERO).toPlainString() + " left of "
                                    + terms.budget().toPlainString())
                    : Optional.empty();
        }

        private Optional<String> notAllowed(CaseDefinition definition) {
            return definition.cost().models().stream()
                    .filter(model -> !model.equals("openai/sora-2/characters"))
                    .filter(model -> !terms.allowed().contains(model))
                    .findFirst();
        }

        private static Optional<Skip> skip(Kind kind, String because) {
            return Optional.of(new Skip(kind, because));
        }
    }
}
