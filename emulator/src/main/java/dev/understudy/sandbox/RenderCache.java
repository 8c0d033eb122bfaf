package dev.understudy.sandbox;

import dev.understudy.media.render.Scene;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Painted videos, kept while they fit; the one not asked for longest goes first. */
final class RenderCache {

    private final long mostBytes;
    private final Function<Scene, byte[]> renderer;
    private final Map<Scene, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    RenderCache(long mostBytes, Function<Scene, byte[]> renderer) {
        this.mostBytes = mostBytes;
        this.renderer = renderer;
    }

    /** Two callers that ask for the same new scene at once may both paint it; the pictures are equal to the byte. */
    byte[] get(Scene scene) {
        synchronized (kept) {
            byte[] known = kept.get(scene);
            if (known != null) {
                return known;
            }
        }
        byte[] painted = renderer.apply(scene);
        synchronized (kept) {
            byte[] replaced = kept.put(scene, painted);
            bytes += painted.length - (replaced == null ? 0 : replaced.length);
            var oldestFirst = kept.values().iterator();
            while (bytes > mostBytes) {
                bytes -= oldestFirst.next().length;
                oldestFirst.remove();
            }
        }
        return painted;
    }
}
