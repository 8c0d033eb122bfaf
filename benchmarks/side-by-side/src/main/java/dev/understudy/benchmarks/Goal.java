package dev.understudy.benchmarks;

/**
 * Something that was set before it was measured.
 *
 * @param what it is about
 * @param wanted as it is set
 * @param found as it is
 */
record Goal(String what, String wanted, String found, boolean met) {

    static Goal atLeast(String what, double least, String unit, double found) {
        return new Goal(what, "≥ " + least + unit, Table.number(found) + unit, found >= least);
    }

    static Goal atMost(String what, double most, String unit, double found) {
        return new Goal(what, "≤ " + most + unit, Table.number(found) + unit, found <= most);
    }
}
