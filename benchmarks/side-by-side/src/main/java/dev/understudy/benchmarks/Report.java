package dev.understudy.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What was found, section by section, in Markdown. */
final class Report {

    private final StringBuilder text = new StringBuilder();
    private final List<Goal> goals = new ArrayList<>();

    void section(String title, Object... paragraphs) {
        text.append("## ").append(title).append("\n\n");
        for (Object paragraph : paragraphs) {
            text.append(paragraph.toString().stripTrailing()).append("\n\n");
        }
    }

    void goal(Goal goal) {
        goals.add(goal);
    }

    /** The goals come last. */
    String write() {
        Table table = new Table("goal", "wanted", "found", "met");
        goals.forEach(goal -> table.row(goal.what(), goal.wanted(), goal.found(), goal.met() ? "yes" : "**no**"));
        return text + (goals.isEmpty() ? "" : "## Goals\n\n" + table);
    }
}
