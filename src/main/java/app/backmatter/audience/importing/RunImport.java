package app.backmatter.audience.importing;

import app.backmatter.audience.importing.UnreadableList.Reason;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.Files;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Goes through a list from where it was left to its end. The next rows are read while the last ones are written. */
@Component
class RunImport {
    private static final int AT_ONCE = 10_000;
    /** How often somebody may sign up in the very instant in which a list brings them. */
    private static final int TRIES = 20;

    private final ImportRecords records;
    private final WriteChunk write;
    private final EndImport end;
    private final Files files;
    private final Clock clock;

    RunImport(ImportRecords records, WriteChunk write, EndImport end, Files files, Clock clock) {
        this.records = records;
        this.write = write;
        this.end = end;
        this.files = files;
        this.clock = clock;
    }

    /**
     * @param mustStop whether the application is about to end
     * @return whether nothing is left to do
     */
    boolean run(WorkspaceId workspace, ImportId id, BooleanSupplier mustStop) {
        return WorkspaceScope.call(
                workspace,
                () -> records.find(id)
                        .filter(list -> list.state() == ImportState.RUNNING)
                        .map(list -> run(list, mustStop))
                        .orElse(true));
    }

    /** What went wrong too often to be tried again. */
    void giveUp(WorkspaceId workspace, ImportId id) {
        WorkspaceScope.run(workspace, () -> end.fail(id, new UnreadableList(Reason.FAILED)));
    }

    private boolean run(ListImport list, BooleanSupplier mustStop) {
        try (var file = open(list);
                var rows = new Rows(ReadList.of(file), list.plan(), list.begun())) {
            rows.skip(list.counts().read());
            return go(list, rows, mustStop);
        } catch (UnreadableList e) {
            end.fail(list.id(), e);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ListFile open(ListImport list) throws IOException {
        if (list.file() == null) {
            throw new UnreadableList(Reason.GONE);
        }
        return ListFile.open(list.fileName(), files.open(list.file()));
    }

    private boolean go(ListImport list, Rows rows, BooleanSupplier mustStop) {
        try (var ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            var newcomers = new Newcomers();
            long done = list.counts().read();
            var chunk = rows.next(AT_ONCE);
            while (!chunk.isEmpty()) {
                if (mustStop.getAsBoolean()) {
                    return false;
                }
                // what is wrong with the next rows must not keep these from being taken
                Future<List<Row>> next = ahead.submit(() -> rows.next(AT_ONCE));
                if (write(list, done, chunk, newcomers) == Taken.NOT) {
                    return true;
                }
                if (done == 0 && chunk.size() == AT_ONCE) {
                    records.tellThatTheListGrew();
                }
                done += chunk.size();
                chunk = result(next);
            }
            end.finish(list.id());
            return true;
        }
    }

    private Taken write(ListImport list, long before, List<Row> chunk, Newcomers newcomers) {
        for (int tried = 1; ; tried++) {
            boolean look = tried > 1 || !newcomers.areExpected();
            try {
                var taken = write.write(list.id(), before, chunk, look, clock.instant());
                newcomers.saw(taken);
                return taken;
            } catch (DuplicateKeyException e) {
                newcomers.wereNot();
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static List<Row> result(Future<List<Row>> next) {
        try {
            return next.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
