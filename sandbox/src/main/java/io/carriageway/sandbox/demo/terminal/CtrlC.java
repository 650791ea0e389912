package io.carriageway.sandbox.demo.terminal;

import java.util.concurrent.atomic.AtomicBoolean;

/** Knows whether the user has ended the demo: then servers go away under it, and that is no failure. */
public final class CtrlC implements AutoCloseable {

    private final AtomicBoolean happened = new AtomicBoolean();
    private final Thread hook = new Thread(this::happens, "ctrl-c");
    private volatile String farewell = "Stopping.";

    /** From now on it is known. */
    public static CtrlC watched() {
        var ctrlC = new CtrlC();
        Runtime.getRuntime().addShutdownHook(ctrlC.hook);
        return ctrlC;
    }

    /** What to say when it happens. */
    public void say(String text) {
        farewell = text;
    }

    private void happens() {
        happened.set(true);
        System.out.println("\n" + farewell);
    }

    public boolean happened() {
        return happened.get();
    }

    @Override
    public void close() {
        if (!happened()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
