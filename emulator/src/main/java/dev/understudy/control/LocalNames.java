package dev.understudy.control;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells the names of this machine from those that a stranger can register and have point here. Addresses, names without
 * a dot, and names below {@code localhost} (RFC 6761) and {@code internal} (reserved for private use by ICANN in 2024;
 * containers reach their host under one) are nobody's to register.
 *
 * @param configured the name that the server was told to listen on
 */
record LocalNames(String configured) {

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final Pattern RESERVED = Pattern.compile("[a-z0-9-]+|([a-z0-9-]+\\.)+(localhost|internal)");

    /** @param authority as a Host header has it: a name or an address, with or without a port */
    boolean isLocal(String authority) {
        String name = PORT.matcher(authority).replaceFirst("").toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(name).matches()
                || RESERVED.matcher(name).matches()
                || name.equals(configured.toLowerCase(Locale.ROOT));
    }
}
