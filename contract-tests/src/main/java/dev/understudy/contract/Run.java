package dev.understudy.contract;

import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.evidence.CaseRecord;
import dev.understudy.contract.evidence.EvidenceFolder;
import dev.understudy.contract.evidence.EvidenceStore;
import dev.understudy.contract.register.Provider;
import dev.understudy.contract.target.ApiKey;
import dev.understudy.contract.target.Target;
import dev.understudy.contract.target.TargetException;
import dev.understudy.contract.target.TargetKind;
import dev.understudy.contract.target.TargetProvider;
import dev.understudy.contract.target.Targets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of the suite: decides which cases run, and starts the target when the first one does. */
final class Run implements AutoCloseable {
    private final Settings settings;
    private final TargetProvider provider;
    private final EvidenceStore store;
    private final Optional<LiveRun> live;
    private final Set<Provider> providers;
    private final Map<Provider, Stage> stages = new EnumMap<>(Provider.class);
    private final Map<Provider, RuntimeException> broken = new EnumMap<>(Provider.class);
    private Stage stage;

    Run(Settings settings) {
        this.settings = settings;
        ApiKey.refuseIn(System.getProperties().stringPropertyNames());
        String word = settings.target()
                .orElseThrow(() -> new TargetException("No target: set " + Settings.TARGET + " or CONTRACT_TARGET"));
        this.provider = Targets.named(word);
        this.providers = settings.providers(provider.kind());
        this.store = new EvidenceStore(settings.evidence().orElseGet(EvidenceFolder::bundled), provider::isReal);
        this.live = kind() == TargetKind.LIVE
                ? Optional.of(new LiveRun(settings, store, provider.minimumGap()))
                : Optional.empty();
    }

    TargetKind kind() {
        return provider.kind();
    }

    /** Why the case is not to be run here; empty when it is. */
    Optional<String> skip(CaseDefinition definition) {
        if (!definition.id().startsWith(settings.filter())) {
            return Optional.of(SkipReason.FILTERED.because("the id does not begin with " + settings.filter()));
        }
        if (!providers.contains(definition.provider())) {
            return Optional.of(SkipReason.FILTERED.because("the provider is not chosen: --provider "
                    + definition.provider().word()));
        }
        if (kind() == TargetKind.EMULATOR) {
            return Optional.empty();
        }
        if (!definition.isVerifiable()) {
            return Optional.of(SkipReason.EMULATOR_ONLY.because("the real service cannot be asked this"));
        }
        if (kind() == TargetKind.REPLAY) {
            return store.has(definition.id())
                    ? Optional.empty()
                    : Optional.of(SkipReason.NO_EVIDENCE.because("nobody has recorded it on the real service"));
        }
        if (definition.provider().origin().isEmpty()) {
            return Optional.of(SkipReason.NOT_SERVED.because("no host is known that answers "
                    + definition.provider().title() + "; name a server: --target URL"));
        }
        if (key(definition.provider()).isEmpty()) {
            return Optional.of(SkipReason.NO_CREDENTIALS.because(
                    "set " + String.join(" or ", ApiKey.variables(kind(), definition.provider()))));
        }
        return live.flatMap(run -> run.skip(definition));
    }

    /** Begins a case. */
    Api begin(CaseDefinition definition) {
        return on(definition.provider()).begin(definition, false);
    }

    /** Begins a case that works with keys of its own. */
    Api beginApart(CaseDefinition definition) {
        return on(definition.provider()).begin(definition, true);
    }

    /** Why a case that begins with a request is not to be run here, found out by asking; empty when it is. */
    Optional<String> skipNotServed(CaseDefinition definition) {
        // A recording is there or not, whoever is asked.
        return kind() == TargetKind.REPLAY || on(definition.provider()).serves(definition.provider())
                ? Optional.empty()
                : Optional.of(SkipReason.NOT_SERVED.because("the target does not have the API of "
                        + definition.provider().title()));
    }

    /** Why a case that scripts faults is not to be run here; empty when it is. */
    Optional<String> skipUncontrollable(CaseDefinition definition) {
        return on(definition.provider()).isControllable()
                ? Optional.empty()
                : Optional.of(SkipReason.EMULATOR_ONLY.because("the target has no control API that answers this run"));
    }

    /** What only a stand-in has, for the case that began last. */
    Control control() {
        return stage.control();
    }

    /** What was said in the case that began last; empty when no case has asked for anything. */
    Optional<CaseRecord> record() {
        return Optional.ofNullable(stage).map(Stage::record);
    }

    /**
     * Ends a case that has passed.
     *
     * @throws AssertionError when it asked for something else than its recording has
     */
    void passed(CaseDefinition definition, long tookMs) {
        if (stage != null) {
            complaint().ifPresent(complaint -> {
                throw new AssertionError(complaint);
            });
            live.ifPresent(run -> run.passed(definition, stage, tookMs));
        }
    }

    /** Where the case that began last and its recording do not fit one another, in words. */
    Optional<String> complaint() {
        return Optional.ofNullable(stage).flatMap(Stage::complaint);
    }

    // What could not be started once is not started again for each case: every trial goes to somebody's server.
    private Stage on(Provider asked) {
        // Only real services have a host for each.
        Provider owner = kind() == TargetKind.LIVE ? asked : Provider.WAVESPEED;
        if (broken.containsKey(owner)) {
            throw broken.get(owner);
        }
        try {
            stage = stages.computeIfAbsent(owner, this::open);
            return stage;
        } catch (RuntimeException e) {
            broken.put(owner, e);
            throw e;
        }
    }

    private Stage open(Provider owner) {
        TargetProvider.Started started = kind() == TargetKind.LIVE ? provider.start(owner) : provider.start();
        Target target = new Target(
                started.baseUri(),
                key(owner).orElseGet(ApiKey::random),
                ApiKey.random(),
                settings.pacing(provider.pacing()),
                started.stop());
        Stage opened = new Stage(target, started.player(), store, live.map(LiveRun::guard));
        if (live.isPresent()) {
            opened.preflight(owner);
        }
        return opened;
    }

    private Optional<ApiKey> key(Provider owner) {
        // A recording takes any key, and what it complains of is printed: it gets a key that is nobody's.
        return kind() == TargetKind.REPLAY ? Optional.empty() : ApiKey.from(settings.environment(), kind(), owner);
    }

    @Override
    public void close() {
        stages.values().forEach(Stage::close);
    }
}
