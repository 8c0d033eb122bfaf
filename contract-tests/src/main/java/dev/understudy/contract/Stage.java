package dev.understudy.contract;

import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.Knock;
import dev.understudy.contract.api.Workbench;
import dev.understudy.contract.evidence.CaseEvidence;
import dev.understudy.contract.evidence.CaseRecord;
import dev.understudy.contract.evidence.EvidenceStore;
import dev.understudy.contract.register.Provider;
import dev.understudy.contract.spend.SpendGuard;
import dev.understudy.contract.target.Player;
import dev.understudy.contract.target.Target;
import dev.understudy.contract.target.TargetException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A started target, and the bench that cases work at: one for all, or one for each when recordings are played. */
final class Stage implements AutoCloseable {
    static final String SEED = "seed";

    private final Target target;
    private final Optional<Player> player;
    private final EvidenceStore store;
    private final Optional<SpendGuard> guard;
    private Workbench shared;
    private Workbench bench;
    private Boolean controllable;
    private final Map<Provider, Boolean> served = new EnumMap<>(Provider.class);
    private BigDecimal spentBefore = BigDecimal.ZERO;

    Stage(Target target, Optional<Player> player, EvidenceStore store, Optional<SpendGuard> guard) {
        this.target = target;
        this.player = player;
        this.store = store;
        this.guard = guard;
        this.shared = new Workbench(target, guard, Workbench.randomSeed());
        this.bench = shared;
    }

    /**
     * Asks once for something free, to see that the key is good before anything is paid for.
     *
     * @throws TargetException when it is not, or the service does not answer as it should
     */
    void preflight(Provider provider) {
        Answer answer = new Knock(bench.forCase("preflight")).at(provider);
        if (answer.status() == 401 || answer.status() == 403) {
            throw new TargetException("The key was rejected: HTTP " + answer.status());
        }
        served.put(provider, Knock.isServed(provider, answer));
        if (answer.status() != 200 && serves(provider)) {
            throw new TargetException("The service is not up to a run: " + answer.request() + " was answered with HTTP "
                    + answer.status());
        }
    }

    /** Whether the target has the API of a provider. Found out once. */
    boolean serves(Provider provider) {
        return served.computeIfAbsent(provider, asked -> {
            // What is not there fails its cases, as it always has: a stand-in of WaveSpeed's API that has lost it is
            // broken.
            return asked == Provider.WAVESPEED || Knock.isServed(asked, new Knock(shared.forCase("knock")).at(asked));
        });
    }

    /**
     * @param apart whether the case works with keys of its own
     */
    Api begin(CaseDefinition definition, boolean apart) {
        player.ifPresent(present -> play(present, definition.id()));
        bench = apart ? shared.apart() : shared;
        bench.tape().begin();
        spentBefore = spent();
        return bench.forCase(definition.id());
    }

    /** Whether faults and time can be asked for here. Found out once. */
    boolean isControllable() {
        if (controllable == null) {
            controllable = shared.control().isThere();
        }
        return controllable;
    }

    /** What only a stand-in has, for the case that began last. */
    Control control() {
        return bench.control();
    }

    CaseRecord record() {
        return new CaseRecord(
                target.baseUri(), spent().subtract(spentBefore), bench.tape().exchanges());
    }

    Workbench bench() {
        return bench;
    }

    /** Where the case and what was played to it do not fit one another. */
    Optional<String> complaint() {
        return player.flatMap(Player::complaint);
    }

    // What cases share stands in the recording of each, so each has to make it anew.
    private void play(Player present, String caseId) {
        CaseEvidence evidence =
                store.of(caseId).orElseThrow(() -> new TargetException("The recording of " + caseId + " has gone"));
        present.insert(evidence);
        shared = new Workbench(target, guard, evidence.variables().getOrDefault(SEED, Workbench.randomSeed()));
    }

    private BigDecimal spent() {
        return guard.map(SpendGuard::spent).orElse(BigDecimal.ZERO);
    }

    @Override
    public void close() {
        target.close();
    }
}
