package dev.understudy.contract.spend;

import dev.understudy.contract.register.Prices;
import java.math.BigDecimal;
import java.util.Optional;

/** What requests cost, for those who pass on what others ask. */
public final class PriceList {
    private final Tariff tariff = new Tariff(Prices.bundled());

    /** The most that it costs, in US dollars; empty when nobody has said. */
    public Optional<BigDecimal> of(Operation operation) {
        return tariff.of(operation).map(PriceTag::usd);
    }
}
