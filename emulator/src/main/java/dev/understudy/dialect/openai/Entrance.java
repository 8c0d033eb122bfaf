package dev.understudy.dialect.openai;

import dev.understudy.dialect.Operation;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Visit;

/** What every call of this API goes through on its way in and out. */
final class Entrance {

    private Entrance() {}

    /** A handler whose calls are let in before anything else. */
    static Operation.Handler admitted(Operation.Handler handler) {
        return guarded(call -> {
            Videos.named(call).ifPresent(call.visit()::concerns);
            call.sandbox().admit(call.visit());
            return handler.handle(call);
        });
    }

    /** @param handler has the call admitted itself, when it knows what it is about */
    static Operation.Handler guarded(Operation.Handler handler) {
        return call -> {
            try {
                return handler.handle(call);
            } catch (Refused refused) {
                throw gone(refused, call.visit());
            } finally {
                call.sandbox().strikeWire(call.visit());
            }
        };
    }

    // A model that is gone is named; characters are made by the one that gave the product its name.
    private static Refused gone(Refused refused, Visit visit) {
        if (refused.reason() != Refused.Reason.NO_SUCH_MODEL || visit.model().isEmpty()) {
            return refused;
        }
        String model = visit.model().get();
        return Errors.noSuchModel(model.equals(VideoOrders.CHARACTERS) ? VideoChoices.DEFAULT_MODEL : model);
    }
}
