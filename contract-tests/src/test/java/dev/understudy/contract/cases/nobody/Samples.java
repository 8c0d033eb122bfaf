package dev.understudy.contract.cases.nobody;

import dev.understudy.contract.ContractCase;
import org.assertj.core.api.Assertions;

/** A package of no provider. */
public final class Samples {
    @ContractCase(id = "nobody.sample", claims = "AU-01", cost = "free")
    void belongs_to_nobody() {
        Assertions.assertThat(1).isPositive();
    }
}
