package dev.understudy.webhook;

/** What became of one attempt to deliver a message. */
sealed interface Receipt {

    /** In a few words. */
    String result();

    /** Whether nothing remains to be done. */
    default boolean accepted() {
        return false;
    }

    /**
     * The receiver answered. All providers count any 2xx as accepted, and try again whatever else it is.
     *
     * @param beginning of the answer's body
     */
    record Answered(int status, String beginning) implements Receipt {
        @Override
        public String result() {
            return "HTTP " + status;
        }

        @Override
        public boolean accepted() {
            return status / 100 == 2;
        }
    }

    /** No answer came; it is tried again. */
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
