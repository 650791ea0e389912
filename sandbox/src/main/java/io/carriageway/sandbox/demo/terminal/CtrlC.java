package io.carriageway.sandbox.demo.terminal;

import java.util.concurrent.atomic.AtomicBoolean;

/** Records whether the user has ended the demo. Servers then stop during the run, which is no failure. */
public final class CtrlC implements AutoCloseable {

    private final AtomicBoolean happened = new AtomicBoolean();
    private final Thread hook = new Thread(this::happens, "ctrl-c");
    private volatile String farewell = "Stopping.";

    /** Records it from now on. */
    public static CtrlC watched() {
        var ctrlC = new CtrlC();
        Runtime.getRuntime().addShutdownHook(ctrlC.hook);
        return ctrlC;
    }

    /** The text that is printed then. */
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
