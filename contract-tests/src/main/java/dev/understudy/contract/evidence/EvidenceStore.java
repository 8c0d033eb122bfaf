package dev.understudy.contract.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder with one file for each case that was recorded, and the ledger. */
public final class EvidenceStore {
    private static final String LEDGER = "ledger.json";
    private static final String JSON = ".json";

    private final Path folder;
    private final Predicate<URI> isReal;

    /**
     * @param isReal whether an origin is the real service: evidence of any other is neither read nor written
     */
    public EvidenceStore(Path folder, Predicate<URI> isReal) {
        this.folder = folder;
        this.isReal = isReal;
    }

    public boolean has(String caseId) {
        return Files.isRegularFile(file(caseId));
    }

    /**
     * The evidence of a case; empty when there is none.
     *
     * @throws EvidenceException when the file cannot be read, is of another case, or does not come from the real service
     */
    public Optional<CaseEvidence> of(String caseId) {
        if (!has(caseId)) {
            return Optional.empty();
        }
        CaseEvidence evidence = EvidenceJson.read(text(file(caseId)));
        if (!evidence.caseId().equals(caseId)) {
            throw new EvidenceException("The evidence of " + caseId + " says that it is of " + evidence.caseId());
        }
        checkOrigin(evidence);
        return Optional.of(evidence);
    }

    /** The ids of all cases with a file. */
    public List<String> caseIds() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(JSON) && !name.equals(LEDGER))
                    .map(name -> name.substring(0, name.length() - JSON.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvidenceException("The evidence cannot be listed: " + folder, e);
        }
    }

    public EvidenceLedger ledger() {
        Path file = folder.resolve(LEDGER);
        return Files.isRegularFile(file) ? EvidenceLedger.read(text(file)) : EvidenceLedger.empty();
    }

    /**
     * What is wrong with the folder as a whole, as sentences: files without a case, entries without a file, and dates that
     * cannot be.
     *
     * @param known the ids of all cases
     */
    public List<String> complaints(List<String> known) {
        List<String> complaints = new ArrayList<>();
        for (String caseId : caseIds()) {
            if (!known.contains(caseId)) {
                complaints.add("There is evidence of " + caseId + ", but no such case");
            }
        }
        ledger().entries().forEach((caseId, entry) -> {
            Optional<CaseEvidence> evidence = of(caseId);
            if (evidence.isEmpty()) {
                complaints.add("The ledger has " + caseId + ", but there is no evidence of it");
            } else if (entry.lastVerifiedAt().isBefore(evidence.get().recordedAt())) {
                complaints.add("The ledger has " + caseId + " verified before it was recorded");
            }
        });
        return complaints;
    }

    /** Writes the evidence of a green case, in place of what was there. */
    public void write(CaseEvidence evidence) {
        checkOrigin(evidence);
        replace(file(evidence.caseId()), EvidenceJson.write(evidence));
    }

    /** Notes that a case held, if there is evidence of it. */
    public void verified(String caseId, EvidenceLedger.Entry entry) {
        if (has(caseId)) {
            replace(folder.resolve(LEDGER), ledger().with(caseId, entry).json());
        }
    }

    private void checkOrigin(CaseEvidence evidence) {
        if (!isReal.test(evidence.origin())) {
            throw new EvidenceException("The evidence of " + evidence.caseId() + " comes from " + evidence.origin()
                    + ", which is not the real service; it proves nothing");
        }
    }

    private Path file(String caseId) {
        return folder.resolve(caseId + JSON);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new EvidenceException("The evidence cannot be read: " + file, e);
        }
    }

    // Never half a file, even when the run is killed.
    private void replace(Path file, String text) {
        try {
            Files.createDirectories(folder);
            Path half = Files.writeString(folder.resolve(file.getFileName() + ".part"), text);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EvidenceException("The evidence cannot be written: " + file, e);
        }
    }
}
