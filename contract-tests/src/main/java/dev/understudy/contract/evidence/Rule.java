package dev.understudy.contract.evidence;

import java.util.regex.Pattern;

/**
 * Says what differs from run to run and means nothing.
 *
 * @param id stands in reports; never given to another rule
 * @param where in an exchange: a JSON pointer, in which {@code *} is one name and {@code **} any number of them
 * @param valid what the value must look like to be erased
 * @param name what it is called afterwards
 */
public record Rule(String id, Pattern where, Kind kind, Pattern valid, String name, String reason) {
    /** What becomes of a value. */
    public enum Kind {
        /** It becomes {@code <name:1>}, in every place where it stands; the next value {@code <name:2>}. */
        REFERENCE,
        /** It becomes {@code <name>}, in this place alone. */
        BLANK
    }

    static Rule reference(String id, String where, String valid, String name, String reason) {
        return new Rule(id, glob(where), Kind.REFERENCE, Pattern.compile(valid), name, reason);
    }

    static Rule blank(String id, String where, String valid, String name, String reason) {
        return new Rule(id, glob(where), Kind.BLANK, Pattern.compile(valid), name, reason);
    }

    private static Pattern glob(String where) {
        return Pattern.compile(where.replace("/**/", "/(.*/)?").replace("/*", "/[^/]+"));
    }
}
