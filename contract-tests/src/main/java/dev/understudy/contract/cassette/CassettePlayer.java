package dev.understudy.contract.cassette;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A running server that answers as the service did when it was recorded. */
public final class CassettePlayer implements AutoCloseable {
    private final Player player;
    private final Front front;

    private CassettePlayer(Player player, Front front) {
        this.player = player;
        this.front = front;
    }

    /**
     * @param port 0 for one that is free
     * @param speed 0 to move a job with each poll; otherwise by time, so many times faster than recorded
     * @param webhookSecret that deliveries are signed with; empty for none
     * @param say hears a line for each thing a person should know
     * @throws dev.understudy.contract.evidence.EvidenceException when the folder has no cassettes, or one cannot be read
     */
    public static CassettePlayer start(
            Path folder, int port, double speed, Optional<String> webhookSecret, Consumer<String> say) {
        Player player = new Player(new Folder(folder), speed, webhookSecret.map(Signature::new), System::nanoTime, say);
        return new CassettePlayer(player, new Front(port, player));
    }

    public URI url() {
        return front.url();
    }

    /** How many calls were made that are not in the recording. */
    public int unmatched() {
        return player.unmatched();
    }

    /** The cassettes that were not played to their ends. */
    public List<String> unused() {
        return player.unused();
    }

    @Override
    public void close() {
        front.close();
        player.close();
    }
}
