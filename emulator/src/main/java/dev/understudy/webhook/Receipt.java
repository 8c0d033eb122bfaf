package dev.understudy.webhook;

/** What became of one attempt to deliver a message. */
sealed interface Receipt {

    /** In a few words. */
    String result();

    /** The receiver answered with a 2xx, which is what the documentation counts as accepted. */
    record Accepted(int status) implements Receipt {
        @Override
        public String result() {
            return "HTTP " + status;
        }
    }

    /** Anything else that a receiver, or a network, did; it is tried again. */
    record Failed(String why) implements Receipt {
        @Override
        public String result() {
            return why;
        }
    }

    /** It was not tried, and will not be. */
    record NotMade(String why) implements Receipt {
        @Override
        public String result() {
            return "not sent: " + why;
        }
    }
}
