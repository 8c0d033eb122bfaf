package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Operation;
import dev.understudy.sandbox.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What is around every operation: what goes wrong may do so at any of them. */
final class Admission {

    private Admission() {}

    /** An operation that is let in before it begins. */
    static Operation.Handler up(Operation.Handler handler) {
        return spoiled(call -> {
            Optional.ofNullable(call.request().variable("id"))
                    .map(Uuids::plain)
                    .filter(id -> call.sandbox().prediction(id).isPresent())
                    .ifPresent(call.visit()::concerns);
            call.sandbox().admit(call.visit());
            return handler.handle(call);
        });
    }

    /** @param handler has the call admitted itself, when it knows what it is about */
    static Operation.Handler spoiled(Operation.Handler handler) {
        return (Call call) -> {
            try {
                return handler.handle(call);
            } catch (Refused refused) {
                throw refused.reason() == Refused.Reason.NO_CREDIT ? noCredit(call) : refused;
            } finally {
                call.sandbox().strikeWire(call.visit());
            }
        };
    }

    // The documentation's words, for which the balance has to be known.
    private static Refused noCredit(Call call) {
        BigDecimal balance = call.sandbox().ledger().balance().setScale(2, RoundingMode.DOWN);
        return new Refused(
                Refused.Reason.NO_CREDIT,
                ("the estimated cost of your in-flight executions exceeds your current balance ($%s). please wait for an"
                                + " active execution to finish or top up your balance")
                        .formatted(balance.toPlainString()));
    }
}
