package app.backmatter.orders.payment;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Asks processors about many things, some at once: each waits for an answer most of the time. */
public final class SideBySide {
    private static final int AT_ONCE = 8;

    private SideBySide() {}

    public static <T> void each(List<T> items, Consumer<T> work) {
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                items.subList(from, Math.min(items.size(), from + AT_ONCE))
                        .forEach(item -> threads.execute(() -> work.accept(item)));
            }
        }
    }
}
