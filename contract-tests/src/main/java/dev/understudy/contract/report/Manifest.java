package dev.understudy.contract.report;

import dev.understudy.contract.CaseDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The checked-in list of all case ids. It makes the loss of a case visible: in review, and in every run. */
public final class Manifest {
    private static final String HEADER = "# All case ids. Written by: java -jar understudy-contract.jar --manifest\n";

    private Manifest() {}

    /** The ids in the checked-in file. */
    public static List<String> ids() {
        return text().lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** The checked-in file. */
    public static String text() {
        try (InputStream in = Manifest.class.getResourceAsStream("/dev/understudy/contract/contract-manifest.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as it ought to be for these cases. */
    public static String of(List<CaseDefinition> cases) {
        StringBuilder text = new StringBuilder(HEADER);
        cases.stream()
                .map(CaseDefinition::id)
                .sorted()
                .forEach(id -> text.append(id).append('\n'));
        return text.toString();
    }
}
