package dev.understudy.contract.report;

import dev.understudy.contract.register.Claims;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The tables that stand in a page between two marks each, written by {@code --write-status}: the latest emulator run, and, in a
 * page that has the marks for it, what the claims say of each provider.
 */
public final class StatusTable {
    static final String BEGIN =
            "<!-- status: written by java -jar understudy-contract.jar --write-status README.md -->\n";
    static final String END = "<!-- end of status -->\n";
    static final String PROVIDERS =
            "<!-- providers: written by java -jar understudy-contract.jar --write-status README.md -->\n";
    static final String END_OF_PROVIDERS = "<!-- end of providers -->\n";

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

    /** The page with the tables, that of the status from this report. */
    static String in(String page, Report report) {
        String withStatus = between(page, BEGIN, END, Markdown.status(report));
        return withStatus.contains(PROVIDERS) ? withProviders(withStatus) : withStatus;
    }

    /** The page with the table of the providers. */
    static String withProviders(String page) {
        return between(
                page,
                PROVIDERS,
                END_OF_PROVIDERS,
                ProviderTable.of(Claims.bundled().all()));
    }

    private static String between(String page, String first, String last, String table) {
        int begin = page.indexOf(first) + first.length();
        int end = page.indexOf(last);
        if (begin < first.length() || end < begin || page.indexOf(last, end + 1) >= 0) {
            throw new IllegalArgumentException("The page needs these two lines once each, in this order: "
                    + first.strip() + " and " + last.strip());
        }
        return page.substring(0, begin) + table + page.substring(end);
    }
}
