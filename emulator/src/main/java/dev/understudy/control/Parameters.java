package dev.understudy.control;

import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import java.util.List;
import java.util.Optional;

/** The query of a control call, read strictly: what is not known is refused rather than passed over. */
record Parameters(Request request) {

    /** @throws Refused if the query has a parameter of another name */
    static Parameters of(Request request, String... names) {
        List<String> known = List.of(names);
        for (String pair : request.rawQuery().split("&")) {
            String name = pair.split("=", 2)[0];
            if (!name.isEmpty() && !known.contains(name)) {
                throw Refused.unknownField(name.length() <= 60 ? name : name.substring(0, 60), name, known);
            }
        }
        return new Parameters(request);
    }

    Optional<String> text(String name) {
        return request.query(name).filter(value -> !value.isEmpty());
    }

    /** @throws Refused unless it is a whole number between the two, both included */
    long number(String name, long byDefault, long least, long most) {
        Optional<String> sent = text(name);
        return sent.isEmpty() ? byDefault : number(name, sent.get(), least, most);
    }

    /** @throws Refused unless {@code sent} is a whole number between the two, both included */
    static long number(String name, String sent, long least, long most) {
        try {
            long value = Long.parseLong(sent);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Refused below, together with numbers out of range.
        }
        String upTo = most == Long.MAX_VALUE ? " or more" : " to " + most;
        throw Refused.field(name, "%s must be a number, %s%s".formatted(name, least, upTo));
    }
}
