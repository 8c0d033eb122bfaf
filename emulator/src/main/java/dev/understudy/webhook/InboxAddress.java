package dev.understudy.webhook;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a sandbox's own receiver is found. The sandbox's reference is drawn from its key and the server's seed and
 * cannot be guessed, so whoever delivers needs no key.
 *
 * @param sandbox the reference of the sandbox
 */
public record InboxAddress(String sandbox, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern PATH = Pattern.compile("/__understudy/inbox/([0-9a-f]{16})/(" + NAME + ")");

    /** Whether an inbox may have this name: up to 64 letters, digits, dots, underscores and hyphens. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The address that a URL's path means, if it is one. */
    static Optional<InboxAddress> parse(String path) {
        Matcher match = PATH.matcher(path == null ? "" : path);
        return match.matches() ? Optional.of(new InboxAddress(match.group(1), match.group(2))) : Optional.empty();
    }

    /** The receiver that stands for {@code receiver} in another sandbox: the inbox of the same name, if it is one. */
    static URI moved(URI receiver, String from, String to) {
        return parse(receiver.getPath())
                .filter(address -> address.sandbox().equals(from))
                .map(address -> URI.create(receiver.toString()
                        .replace(address.path(), address.in(to).path())))
                .orElse(receiver);
    }

    private InboxAddress in(String other) {
        return new InboxAddress(other, name);
    }

    public String path() {
        return "/__understudy/inbox/" + sandbox + "/" + name;
    }
}
