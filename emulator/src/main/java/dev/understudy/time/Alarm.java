package dev.understudy.time;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The one thread that wakes up when something on an {@link Agenda} is due. */
public final class Alarm {

    private Alarm() {}

    /** An alarm that costs nothing until it is first set, and takes no more orders, silently, once it is shut down. */
    public static ScheduledExecutorService start() {
        ScheduledThreadPoolExecutor alarm = new ScheduledThreadPoolExecutor(
                1,
                work -> {
                    Thread thread = new Thread(work, "understudy-alarm");
                    thread.setDaemon(true);
                    return thread;
                },
                new ScheduledThreadPoolExecutor.DiscardPolicy());
        alarm.setRemoveOnCancelPolicy(true);
        alarm.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return alarm;
    }
}
