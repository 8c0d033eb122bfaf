package dev.understudy.contract;

import dev.understudy.contract.api.Workbench;
import dev.understudy.contract.target.ApiKey;
import dev.understudy.contract.target.Target;
import dev.understudy.contract.target.TargetException;
import dev.understudy.contract.target.TargetKind;
import dev.understudy.contract.target.TargetProvider;
import dev.understudy.contract.target.Targets;
import java.util.Optional;

/** One run of the suite: decides which cases run, and starts the target when the first one does. */
final class Run implements AutoCloseable {
    private final Settings settings;
    private final TargetProvider provider;
    private Workbench bench;

    Run(Settings settings) {
        this.settings = settings;
        String word = settings.target()
                .orElseThrow(() -> new TargetException("No target: set " + Settings.TARGET + " or CONTRACT_TARGET"));
        this.provider = Targets.named(word);
    }

    TargetKind kind() {
        return provider.kind();
    }

    /** Why the case is not to be run here; empty when it is. */
    Optional<String> skip(CaseDefinition definition) {
        if (!definition.id().startsWith(settings.filter())) {
            return Optional.of(SkipReason.FILTERED.because("the id does not begin with " + settings.filter()));
        }
        if (kind() != TargetKind.LIVE) {
            return Optional.empty();
        }
        if (!definition.isVerifiable()) {
            return Optional.of(SkipReason.EMULATOR_ONLY.because("the real service cannot be asked this"));
        }
        return key().isPresent()
                ? Optional.empty()
                : Optional.of(
                        SkipReason.NO_CREDENTIALS.because("set " + String.join(" or ", ApiKey.variables(kind()))));
    }

    Workbench bench() {
        if (bench == null) {
            bench = new Workbench(start());
        }
        return bench;
    }

    private Target start() {
        TargetProvider.Started started = provider.start();
        return new Target(
                started.baseUri(),
                key().orElseGet(ApiKey::random),
                ApiKey.random(),
                settings.pacing(provider.pacing()),
                started.stop());
    }

    private Optional<ApiKey> key() {
        return ApiKey.from(settings.environment(), kind());
    }

    @Override
    public void close() {
        if (bench != null) {
            bench.close();
        }
    }
}
