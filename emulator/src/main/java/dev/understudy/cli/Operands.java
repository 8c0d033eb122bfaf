package dev.understudy.cli;

/**
 * The words without dashes that a command takes.
 *
 * @param form as a person would write them down
 * @param most how many it takes; {@link #REST} if the first one ends the options and all that follows belongs to it
 */
record Operands(String form, int most) {

    static final int REST = Integer.MAX_VALUE;
    static final Operands NONE = new Operands("", 0);

    boolean takeTheRest() {
        return most == REST;
    }
}
