package dev.understudy.sandbox;

import dev.understudy.media.probe.ByteArrayChannel;
import dev.understudy.media.render.Mp4Renderer;
import dev.understudy.media.render.Scene;
import dev.understudy.media.render.Still;
import dev.understudy.media.source.OwnMedia;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Every file that can be fetched from this server: what was uploaded, and the videos that jobs made. */
public final class MediaLibrary implements OwnMedia {

    // Enough for some hundred short videos; painting one again takes some ten milliseconds.
    private static final long CACHED_BYTES = 64L << 20;
    private static final long CACHED_STILL_BYTES = 8L << 20;

    private final Function<String, Optional<Sandbox>> sandboxes;
    private final RenderCache renders = new RenderCache(CACHED_BYTES, Mp4Renderer::render);
    private final RenderCache thumbnails = new RenderCache(CACHED_STILL_BYTES, Still.THUMBNAIL::render);
    private final RenderCache sheets = new RenderCache(CACHED_STILL_BYTES, Still.SPRITESHEET::render);

    MediaLibrary(Function<String, Optional<Sandbox>> sandboxes) {
        this.sandboxes = sandboxes;
    }

    public Optional<Sandbox> sandbox(MediaAddress address) {
        return sandboxes.apply(address.sandbox());
    }

    /** The file at an address. Painting a video takes some milliseconds: call it from a thread that may block. */
    public Optional<MediaFile> find(MediaAddress address) {
        return sandbox(address)
                .flatMap(sandbox -> address.kind() == MediaAddress.Kind.UPLOADS
                        ? uploaded(sandbox, address)
                        : made(sandbox, address, "video/mp4", "", renders));
    }

    /** A still of the video at an address, if a job has made one; painting it takes as long as that of the video. */
    public Optional<MediaFile> still(MediaAddress address, Still still) {
        RenderCache painted = still == Still.THUMBNAIL ? thumbnails : sheets;
        String suffix = "-" + still.name().toLowerCase(Locale.ROOT);
        return sandbox(address).flatMap(sandbox -> made(sandbox, address, still.contentType(), suffix, painted));
    }

    @Override
    public boolean owns(URI uri) {
        return uri.getPath() != null && MediaAddress.parse(uri.getPath()).isPresent();
    }

    @Override
    public Optional<SeekableByteChannel> open(URI uri) throws IOException {
        Optional<MediaFile> file = MediaAddress.parse(uri.getPath()).flatMap(this::find);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                file.get() instanceof MediaFile.InMemory inMemory
                        ? new ByteArrayChannel(inMemory.bytes())
                        : FileChannel.open(((MediaFile.OnDisk) file.get()).path()));
    }

    private static Optional<MediaFile> uploaded(Sandbox sandbox, MediaAddress address) {
        return sandbox.uploads()
                .find(address)
                .flatMap(upload -> upload.blob()
                        .filter(blob -> blob.exists())
                        .map(blob -> new MediaFile.OnDisk(
                                upload.contentType(), blob.size(), upload.at(), address.owner(), blob.file())));
    }

    private static Optional<MediaFile> made(
            Sandbox sandbox, MediaAddress address, String contentType, String suffix, RenderCache painted) {
        return sandbox.prediction(address.owner())
                .flatMap(job -> scene(
                                job, address.fileName(), job.at(sandbox.clock().instant()))
                        .map(scene -> new MediaFile.InMemory(
                                contentType, job.timeline().ends(), job.id() + suffix, painted.get(scene))));
    }

    private static Optional<Scene> scene(Prediction job, String fileName, State state) {
        if (!(state instanceof State.Ended ended) || !(ended.outcome() instanceof Outcome.Completed completed)) {
            return Optional.empty();
        }
        return completed.outputs().stream()
                .filter(Output.Video.class::isInstance)
                .map(Output.Video.class::cast)
                .filter(video -> video.fileName().equals(fileName))
                .map(Output.Video::scene)
                .findFirst();
    }
}
