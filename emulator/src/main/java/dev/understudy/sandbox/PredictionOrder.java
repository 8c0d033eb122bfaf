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

    private static final class Block {
        private final Prediction[] places;
        private int from;
        private int to;
        private int shown;

        private Block(int size) {
            places = new Prediction[size];
        }

        private Instant oldest() {
            return places[from].createdAt();
        }

        private Instant newest() {
            return places[to - 1].createdAt();
        }

        private boolean replace(Prediction job, Prediction other) {
            for (int i = to - 1; i >= from; i--) {
                if (places[i] == job) {
                    places[i] = other;
                    shown += count(other) - count(job);
                    return true;
                }
            }
            return false;
        }

        // What deletion leaves has a place, and is not shown.
        private static int count(Prediction job) {
            return job.isDeleted() ? 0 : 1;
        }
    }

    private final Deque<Block> blocks = new ArrayDeque<>();

    /**
     * The same predictions in places of their own.
     *
     * @param each makes what stands in for a prediction; of the same time
     */
    PredictionOrder copy(UnaryOperator<Prediction> each) {
        PredictionOrder copy = new PredictionOrder();
        forEach(job -> copy.add(each.apply(job)));
        return copy;
    }

    /** Those behind a prediction, whether shown or not, oldest first; all if it is not there. */
    List<Prediction> after(String id) {
        Deque<Prediction> behind = new ArrayDeque<>();
        for (Iterator<Block> newestFirst = blocks.descendingIterator(); newestFirst.hasNext(); ) {
            Block block = newestFirst.next();
            for (int i = block.to - 1; i >= block.from; i--) {
                if (block.places[i].id().equals(id)) {
                    return List.copyOf(behind);
                }
                behind.addFirst(block.places[i]);
            }
        }
        return List.copyOf(behind);
    }

    /** Every prediction, whether shown or not, oldest first. */
    void forEach(Consumer<Prediction> visitor) {
        for (Block block : blocks) {
            for (int i = block.from; i < block.to; i++) {
                visitor.accept(block.places[i]);
            }
        }
    }

    /** @param job not older than the last one */
    void add(Prediction job) {
        Block block = blocks.peekLast();
        if (block == null || block.to == block.places.length) {
            int size = block == null ? SMALLEST_BLOCK : Math.min(block.places.length * 2, LARGEST_BLOCK);
            block = new Block(size);
            blocks.addLast(block);
        }
        block.places[block.to++] = job;
        block.shown += Block.count(job);
    }

    /** Puts another of the same time into the place of a prediction that is here. What is deleted is no longer shown. */
    void replace(Prediction job, Prediction other) {
        for (Iterator<Block> newestFirst = blocks.descendingIterator(); newestFirst.hasNext(); ) {
            Block block = newestFirst.next();
            boolean tooNew = block.oldest().isAfter(job.createdAt());
            boolean tooOld = block.newest().isBefore(job.createdAt());
            if (tooOld || !tooNew && block.replace(job, other)) {
                return;
            }
        }
    }

    Optional<Prediction> oldest() {
        return Optional.ofNullable(blocks.peekFirst()).map(block -> block.places[block.from]);
    }

    void forgetOldest() {
        Block block = blocks.getFirst();
        block.shown -= Block.count(block.places[block.from]);
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
        for (int i = block.to - 1; !block.places[i].createdAt().isBefore(bound); i--) {
            shown += Block.count(block.places[i]);
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
            Prediction job = block.places[i];
            if (!job.isDeleted() && left-- <= 0) {
                found.add(job);
            }
        }
        return Math.max(0, left);
    }
}
