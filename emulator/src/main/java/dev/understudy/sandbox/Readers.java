package dev.understudy.sandbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that fetch and read clips and images, so that no thread which answers requests has to wait for one. */
final class Readers {

    // Most of their time they wait for a network, so more than there are cores.
    private static final int MOST = 16;

    private Readers() {}

    static ExecutorService start() {
        ThreadPoolExecutor readers =
                new ThreadPoolExecutor(MOST, MOST, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "understudy-clip-reader");
                    thread.setDaemon(true);
                    return thread;
                });
        readers.allowCoreThreadTimeOut(true);
        return readers;
    }
}
