package dev.understudy.contract.register;

import java.util.List;

/**
 * One statement about the real service, with what it rests on.
 *
 * @param conflictsWith ids of claims that cannot be true together with this one
 * @param usedBy {@code emulator} when no case asks for it; otherwise absent
 * @param aspect where it stands in the table of the providers; absent when it does not
 * @param behaviour the claim in a few words, for that table; absent with the aspect
 */
public record Claim(
        String id,
        String statement,
        ClaimKind kind,
        List<Source> sources,
        List<String> conflictsWith,
        String usedBy,
        Aspect aspect,
        String behaviour) {
    /** Whose API it is about. */
    public Provider provider() {
        return Provider.ofClaim(id);
    }

    /**
     * @param source where it stands
     * @param quote a few words of it, as they stand there; absent when there is a note
     * @param note what it comes to, where the words themselves were not kept; absent when there is a quote
     */
    public record Source(String source, String quote, String note) {}
}
