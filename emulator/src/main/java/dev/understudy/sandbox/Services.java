package dev.understudy.sandbox;

import dev.understudy.catalog.Catalog;
import dev.understudy.fault.Profile;
import dev.understudy.media.source.ClipReader;
import dev.understudy.media.source.ImageReader;
import dev.understudy.media.source.OwnMedia;
import dev.understudy.metrics.Metrics;
import dev.understudy.settings.Settings;
import dev.understudy.store.Blobs;
import dev.understudy.webhook.Post;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What all sandboxes of a server share.
 *
 * @param readers runs what may block: fetching and reading clips and images
 * @param alarm wakes up what is due on the agenda of a sandbox
 * @param post delivers webhooks
 */
record Services(
        Settings settings,
        Catalog catalog,
        Profile profile,
        ClipReader clips,
        ImageReader images,
        OwnMedia ownMedia,
        Executor readers,
        Blobs blobs,
        InstantSource wall,
        ScheduledExecutorService alarm,
        Post post,
        Metrics metrics) {}
