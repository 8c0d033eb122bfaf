package dev.understudy.media.probe;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Walks clusters and notes when each track's frames are shown (RFC 9559, 5.1.3). */
final class Clusters {

    static final int MAX_TRACKS = 64;

    private static final long TIMESTAMP = 0xE7;
    private static final long SIMPLE_BLOCK = 0xA3;
    private static final long BLOCK_GROUP = 0xA0;
    private static final long BLOCK = 0xA1;
    private static final long BLOCK_DURATION = 0x9B;
    /** Top-level ids have four bytes and a cluster's children at most two, so such an id ends a cluster of unknown size. */
    private static final long FIRST_TOP_LEVEL_ID = 0x10000000;

    private final Ebml ebml;
    private final Map<Long, BlockTimes> tracks = new HashMap<>();
    private long clusterTicks;
    private long groupBlock;
    private long groupTicks;

    Clusters(Ebml ebml) {
        this.ebml = ebml;
    }

    /** The times of a track, empty if the file has no frame of it. */
    BlockTimes of(long track) {
        return tracks.getOrDefault(track, new BlockTimes());
    }

    /** Reads one cluster and answers the position after it. */
    long read(Element cluster, long segmentEnd) throws BadClipException, IOException {
        long end = cluster.end(segmentEnd);
        clusterTicks = 0;
        long at = cluster.payload();
        while (at < end) {
            Element child = ebml.at(at, end);
            if (child.id() >= FIRST_TOP_LEVEL_ID && !cluster.sized()) {
                return at;
            }
            readChild(child);
            at = child.end(end);
        }
        return end;
    }

    private void readChild(Element child) throws BadClipException, IOException {
        if (child.id() == TIMESTAMP) {
            clusterTicks = ebml.unsigned(child);
        } else if (child.id() == SIMPLE_BLOCK) {
            addBlock(child.payload(), child.size(), BlockTimes.NOT_SAID);
        } else if (child.id() == BLOCK_GROUP) {
            readGroup(child);
        }
    }

    private void readGroup(Element group) throws BadClipException, IOException {
        groupBlock = 0;
        groupTicks = BlockTimes.NOT_SAID;
        ebml.children(group, child -> {
            if (child.id() == BLOCK) {
                groupBlock = child.payload();
            } else if (child.id() == BLOCK_DURATION) {
                groupTicks = ebml.unsigned(child);
            }
        });
        if (groupBlock > 0) {
            addBlock(groupBlock, group.payload() + group.size() - groupBlock, groupTicks);
        }
    }

    /** A block begins with its track number and its time stamp relative to the cluster, a signed 16-bit number. */
    private void addBlock(long at, long size, long ticks) throws BadClipException, IOException {
        if (size < 4 || size < ebml.vintBytes(at) + 3) {
            throw BadClipException.malformed("a block has %,d bytes, too few for its header", size);
        }
        long track = ebml.vint(at);
        int relative = (short) ebml.bytes().u16(at + ebml.vintBytes(at));
        if (!tracks.containsKey(track) && tracks.size() == MAX_TRACKS) {
            throw BadClipException.malformed("the file has frames of more than %d tracks", MAX_TRACKS);
        }
        tracks.computeIfAbsent(track, number -> new BlockTimes()).add(Math.addExact(clusterTicks, relative), ticks);
    }
}
