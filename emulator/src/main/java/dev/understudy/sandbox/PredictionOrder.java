package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Predictions in the order in which they were created. They stand in blocks that know how many of theirs are to be
 * shown, so a page anywhere is found by hopping over whole blocks: for a hundred thousand predictions that is two
 * hundred hops. For one thread at a time.
 */
final class PredictionOrder {

    private static final int SMALLEST_BLOCK = 8;
    private static final int LARGEST_BLOCK = 512;

    /** A prediction in its place; read by any thread, changed only by the owner of the order. */
    static final class Kept {
        private final Block block;
        private volatile Prediction job;
        private volatile boolean inline;
        private int staleReads;
        private boolean shown = true;

        private Kept(Block block, Prediction job) {
            this.block = block;
            this.job = job;
        }

        Prediction job() {
            return job;
        }

        /** Whether its media are told as base64 rather than as URLs. */
        boolean inline() {
            return inline;
        }

        /** Counts a read that is to show what was, if there are fewer than {@code most}. */
        synchronized boolean countStaleRead(int most) {
            boolean stale = staleReads < most;
            staleReads += stale ? 1 : 0;
            return stale;
        }

        synchronized int staleReads() {
            return staleReads;
        }

        void makeInline() {
            inline = true;
        }
    }

    private static final class Block {
        private final Kept[] places;
        private int from;
        private int to;
        private int shown;

        private Block(int size) {
            places = new Kept[size];
        }

        private Instant oldest() {
            return places[from].job.createdAt();
        }
    }

    private final Deque<Block> blocks = new ArrayDeque<>();

    /**
     * The same predictions in places of their own.
     *
     * @param each makes what stands in for a prediction; of the same time
     * @param placed is told of each new place
     */
    PredictionOrder copy(UnaryOperator<Prediction> each, Consumer<Kept> placed) {
        PredictionOrder copy = new PredictionOrder();
        forEach(kept -> {
            Kept twin = copy.add(each.apply(kept.job));
            twin.inline = kept.inline;
            twin.staleReads = kept.staleReads();
            twin.shown = kept.shown;
            twin.block.shown -= kept.shown ? 0 : 1;
            placed.accept(twin);
        });
        return copy;
    }

    /** Those behind a prediction, whether shown or not, oldest first; all if it is not there. */
    List<Prediction> after(String id) {
        Deque<Prediction> behind = new ArrayDeque<>();
        for (Iterator<Block> newestFirst = blocks.descendingIterator(); newestFirst.hasNext(); ) {
            Block block = newestFirst.next();
            for (int i = block.to - 1; i >= block.from; i--) {
                if (block.places[i].job.id().equals(id)) {
                    return List.copyOf(behind);
                }
                behind.addFirst(block.places[i].job);
            }
        }
        return List.copyOf(behind);
    }

    /** Every place, whether shown or not, oldest first. */
    void forEach(Consumer<Kept> visitor) {
        for (Block block : blocks) {
            for (int i = block.from; i < block.to; i++) {
                visitor.accept(block.places[i]);
            }
        }
    }

    /** @param job not older than the last one */
    Kept add(Prediction job) {
        Block block = blocks.peekLast();
        if (block == null || block.to == block.places.length) {
            int size = block == null ? SMALLEST_BLOCK : Math.min(block.places.length * 2, LARGEST_BLOCK);
            block = new Block(size);
            blocks.addLast(block);
        }
        Kept kept = new Kept(block, job);
        block.places[block.to++] = kept;
        block.shown++;
        return kept;
    }

    /** Takes a prediction out of sight, once, and leaves {@code remains} in its place until that is forgotten. */
    boolean hide(Kept kept, Prediction remains) {
        if (!kept.shown) {
            return false;
        }
        kept.shown = false;
        kept.job = remains;
        kept.block.shown--;
        return true;
    }

    /** Puts a job of the same time into the place of another. */
    Prediction replace(Kept kept, Prediction other) {
        kept.job = other;
        return other;
    }

    Optional<Prediction> oldest() {
        return Optional.ofNullable(blocks.peekFirst()).map(block -> block.places[block.from].job);
    }

    void forgetOldest() {
        Block block = blocks.getFirst();
        block.shown -= block.places[block.from].shown ? 1 : 0;
        block.places[block.from++] = null;
        if (block.from == block.to) {
            blocks.removeFirst();
        }
    }

    /** How many of those that are shown were created at {@code bound} or later. */
    int shownSince(Instant bound) {
        int shown = 0;
        for (Iterator<Block> newestFirst = blocks.descendingIterator(); newestFirst.hasNext(); ) {
            Block block = newestFirst.next();
            if (block.oldest().isBefore(bound)) {
                return shown + shownSince(bound, block);
            }
            shown += block.shown;
        }
        return shown;
    }

    private static int shownSince(Instant bound, Block block) {
        int shown = 0;
        for (int i = block.to - 1; !block.places[i].job.createdAt().isBefore(bound); i--) {
            shown += block.places[i].shown ? 1 : 0;
        }
        return shown;
    }

    /** Those that are shown, newest first, without the first {@code skip}. */
    List<Prediction> newest(int skip, int most) {
        List<Prediction> found = new ArrayList<>(most);
        int left = skip;
        for (Iterator<Block> newestFirst = blocks.descendingIterator();
                newestFirst.hasNext() && found.size() < most; ) {
            Block block = newestFirst.next();
            if (left >= block.shown) {
                left -= block.shown;
            } else {
                left = collect(block, left, most, found);
            }
        }
        return found;
    }

    private static int collect(Block block, int skip, int most, List<Prediction> found) {
        int left = skip;
        for (int i = block.to - 1; i >= block.from && found.size() < most; i--) {
            Kept kept = block.places[i];
            if (kept.shown && left-- <= 0) {
                found.add(kept.job);
            }
        }
        return Math.max(0, left);
    }
}
