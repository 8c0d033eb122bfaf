package dev.understudy.http;

import dev.understudy.sandbox.Refused;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Disk for bodies that are coming in. Whoever finds too little of it is refused: a body that waited half-read would keep
 * what it has taken, and so would all others that wait with it.
 */
final class Spool {

    private final Supplier<Path> newFile;
    private final long most;
    private long taken;

    /**
     * @param newFile makes an empty temporary file
     * @param most bytes for all together
     */
    Spool(Supplier<Path> newFile, long most) {
        this.newFile = newFile;
        this.most = most;
    }

    Path newFile() {
        return newFile.get();
    }

    /**
     * To be called before so many more bytes are written; {@link #give} is called once with their sum.
     *
     * @throws Refused if all bodies together would take too much
     */
    synchronized void take(long bytes) {
        if (taken + bytes > most) {
            throw new Refused(
                    Refused.Reason.UNAVAILABLE,
                    "the bodies that are coming in take %s bytes of the disk together, and no more".formatted(most));
        }
        taken += bytes;
    }

    synchronized void give(long bytes) {
        taken -= bytes;
    }
}
