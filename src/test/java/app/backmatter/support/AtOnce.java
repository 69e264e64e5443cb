package app.backmatter.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Does things at the same moment, each on a thread of its own, however few cores there are. */
public final class AtOnce {
    private AtOnce() {}

    /** @return what came of each, in their order */
    public static <T> List<T> all(List<? extends Callable<T>> works) {
        var ready = new CountDownLatch(works.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = works.stream()
                    .map(work -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return work.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var each : begun) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    public static <T> List<T> times(int times, Callable<T> work) {
        return all(Collections.nCopies(times, work));
    }
}
