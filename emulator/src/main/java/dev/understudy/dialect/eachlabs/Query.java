package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;

/** The parameters of a query. */
final class Query {

    private Query() {}

    /** "invalid limit parameter", as documented for the list of models. */
    static int whole(Request request, String name, int byDefault, int least, int most) {
        String sent = request.query(name).orElse("");
        if (sent.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(sent);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, together with numbers out of range.
        }
        throw new Refused(Refused.Reason.INVALID, "invalid " + name + " parameter");
    }
}
