package dev.understudy.contract.register;

/** What providers can be compared in: the rows of the table of the README, in their order. */
public enum Aspect {
    KEY("how the key travels"),
    START("how a job is started"),
    STATES("states of a job"),
    ERRORS("how an error looks"),
    FAILURE("how a failed job looks"),
    CHARACTERS("how a character is made"),
    MENTION("how a character is used"),
    IDS("ids"),
    LIST("list of jobs"),
    CANCEL("cancel and delete"),
    MEDIA("where media are"),
    WEBHOOKS("webhooks"),
    LIMITS("limits"),
    PRICE("price");

    private final String title;

    Aspect(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
