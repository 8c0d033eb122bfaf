package dev.understudy.contract.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The table of the latest emulator run that stands in a page between two marks, written by {@code --write-status}. */
public final class StatusTable {
    static final String BEGIN =
            "<!-- status: written by java -jar understudy-contract.jar --write-status README.md -->\n";
    static final String END = "<!-- end of status -->\n";

    private StatusTable() {}

    /**
     * @param reports the folder with a folder for each target
     * @throws IllegalArgumentException when there is no report of an emulator, or the page does not have the marks once each
     */
    public static void write(Path reports, Path page) {
        try {
            Files.writeString(page, in(Files.readString(page), MergedReport.emulated(reports)));
        } catch (IOException e) {
            throw new UncheckedIOException("The status cannot be written to " + page, e);
        }
    }

    /** The page with the table of this report. */
    static String in(String page, Report report) {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (begin < BEGIN.length() || end < begin || page.indexOf(END, end + 1) >= 0) {
            throw new IllegalArgumentException("The page needs these two lines once each, in this order: "
                    + BEGIN.strip() + " and " + END.strip());
        }
        return page.substring(0, begin) + Markdown.status(report) + page.substring(end);
    }
}
