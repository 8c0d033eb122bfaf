package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** Makes as many calls as a server takes, for some time, over some connections that are kept. */
interface Load {

    /**
     * What came of it.
     *
     * @param perSecond answers
     * @param p50 in microseconds
     * @param p99 in microseconds
     */
    record Result(double perSecond, double p50, double p99) {}

    /** Submits the same job again and again. */
    Result submit(int port, int connections, int seconds) throws IOException, InterruptedException;

    /** @param jobs a file with an id and a key in each line, of which any is asked for */
    Result poll(int port, int connections, int seconds, Path jobs) throws IOException, InterruptedException;

    /** How it is called in the report. */
    String name();

    /** wrk if this machine has it. */
    static Load best(Path work) throws IOException {
        return Wrk.isInstalled() ? new Wrk(work) : new ThreadedLoad();
    }
}
