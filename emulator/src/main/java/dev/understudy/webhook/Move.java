package dev.understudy.webhook;

import java.net.URI;

/**
 * From one sandbox to another, which may be the same.
 *
 * @param from reference and own secret of the one
 * @param to of the other
 */
record Move(Own from, Own to) {

    /** What is a sandbox's own. */
    record Own(String reference, String secret) {}

    /** The receiver that stands for one there: an inbox of the same name, if it was an inbox. */
    URI receiver(URI there) {
        return InboxAddress.moved(there, from.reference(), to.reference());
    }

    /** What was proven with the secret of the sandbox there is proven with that of the one here. */
    Seal seal(Seal there) {
        return there.secret().filter(from.secret()::equals).isPresent() ? there.by(to.secret()) : there;
    }
}
