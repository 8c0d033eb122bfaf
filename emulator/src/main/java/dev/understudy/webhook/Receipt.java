package dev.understudy.webhook;

/** What became of one attempt to deliver a message. */
sealed interface Receipt {

    /** The receiver answered with a 2xx, which is what the documentation counts as accepted. */
    record Accepted(int status) implements Receipt {}

    /** Anything else that a receiver, or a network, did; it is tried again. */
    record Failed(String why) implements Receipt {}

    /** It was not tried, and will not be. */
    record NotMade(String why) implements Receipt {}
}
