package dev.understudy.cli;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Hands SIGTERM and SIGINT on to a child, in place of ending this program, which ends when the child does. */
final class Signals {

    /** Less than the ten seconds after which container engines kill what they have told to stop. */
    private static final long GRACE_SECONDS = 5;

    private String pending;
    private Process child;
    private List<ProcessHandle> family = List.of();

    private Signals() {}

    /** From now on signals are kept for the child to come. */
    static Signals takeOver() {
        Signals signals = new Signals();
        signals.handle("TERM");
        signals.handle("INT");
        return signals;
    }

    // The platform has no other way to learn which signal came, or to live on after one; by reflection, since the
    // compiler warns of every mention of these classes.
    private void handle(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler receiver = (self, method, arguments) -> {
                received(name);
                return null;
            };
            Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, receiver);
            Object one = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handler).invoke(null, one, proxy);
        } catch (ReflectiveOperationException e) {
            // A runtime without jdk.unsupported: this program ends at the signal, and takes the child along.
        }
    }

    void passOnTo(Process process) {
        // For every other way to end: an orphan would hold on to the console and to a server that is gone.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "understudy-child"));
        String came;
        synchronized (this) {
            child = process;
            came = pending;
        }
        if (came != null) {
            send(came);
        }
    }

    /** After the child has ended because of a signal: what it had started ends too. */
    synchronized void endWhatIsLeft() {
        family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroy);
    }

    private void received(String name) {
        synchronized (this) {
            pending = name;
            if (child == null) {
                return;
            }
        }
        send(name);
    }

    private void send(String name) {
        synchronized (this) {
            family = child.descendants().toList();
        }
        if (name.equals("INT")) {
            interrupt();
        } else {
            terminate();
        }
    }

    // A terminal sends SIGINT to the child itself; twice means "at once" to many programs. Some live on after it.
    private void interrupt() {
        String script = "[ -t 0 ] || kill -INT " + child.pid();
        try {
            new ProcessBuilder("sh", "-c", script).inheritIO().start();
        } catch (IOException e) {
            child.destroy();
        }
    }

    private void terminate() {
        child.destroy();
        try {
            if (!child.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
