package app.backmatter.audience.importing;

import app.backmatter.audience.importing.UnreadableList.Reason;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.pages.NotFound;
import app.backmatter.storage.FileId;
import app.backmatter.storage.Files;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists that were brought to the workspace in scope. */
@Service
public class Imports {
    private static final int LONGEST_NAME = 200;

    private final ImportRecords records;
    private final EndImport end;
    private final Files files;
    /** Asked for when it is needed: it knows all jobs, and some of them lead here. */
    private final ObjectProvider<SchedulerClient> scheduler;

    private final Clock clock;

    Imports(ImportRecords records, EndImport end, Files files, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.records = records;
        this.end = end;
        this.files = files;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Looks at a file and proposes how it is to be taken.
     *
     * @throws UnreadableList when no people can be read from it
     */
    @Transactional
    public ImportId draft(FileId file) {
        var name = Cells.cut(files.find(file).orElseThrow(NotFound::new).name(), LONGEST_NAME);
        var id = ImportId.next();
        var now = clock.instant();
        files.claim(file);
        records.add(look(name, file, list -> {
            list.requireRows();
            return new ListImport(
                    id,
                    file,
                    name,
                    list.maker(),
                    ImportState.DRAFT,
                    list.propose(),
                    list.lines(),
                    new Counts(0, 0, 0, 0, 0, 0, 0, 0),
                    null,
                    0,
                    now,
                    null,
                    null);
        }));
        return id;
    }

    public ListImport get(UUID id) {
        return records.find(new ImportId(id)).orElseThrow(NotFound::new);
    }

    /** Newest first. */
    public List<ListImport> list(@Nullable UUID before, int limit) {
        return records.list(before, limit);
    }

    /** What a draft's first rows would become. */
    public Preview preview(ListImport draft, Plan plan) {
        return look(draft, list -> {
            try (var rows = new Rows(list, plan, clock.instant())) {
                return Preview.of(rows);
            }
        });
    }

    /** Whether nobody has said yet what those are of whom the file says nothing. */
    public boolean needsRest(ListImport draft, Plan plan) {
        return look(draft, list -> list.needsRest(plan));
    }

    /** Whether anybody on it may end up subscribed. */
    public boolean needsConsent(ListImport draft, Plan plan) {
        return look(draft, list -> list.needsConsent(plan));
    }

    /**
     * What a draft's file is made of.
     *
     * @param says what its name or its columns say of everybody in it; absent when they do not
     */
    public record PartView(String name, @Nullable Standing says) {}

    public List<PartView> parts(ListImport draft) {
        return look(
                draft,
                list -> list.tables().stream()
                        .map(table -> new PartView(table.part().name(), ReadList.standing(table)))
                        .toList());
    }

    /** Remembers how a draft is to be taken. */
    @Transactional
    public void plan(ImportId id, Plan plan) {
        records.plan(id, plan);
    }

    /** In the background, from now on. A second time changes nothing. */
    @Transactional
    public void start(ImportId id, Plan plan) {
        records.plan(id, plan);
        if (records.start(id, clock.instant())) {
            var wanted = new ImportJobs.Wanted(WorkspaceScope.current().value(), id.value());
            scheduler
                    .getObject()
                    .scheduleIfNotExists(
                            ImportJobs.RUN.instance(id.toString()).data(wanted).build(), clock.instant());
        }
    }

    /** What was taken so far stays; a draft is forgotten. */
    public void cancel(ImportId id) {
        end.cancel(id);
    }

    private <T> T look(ListImport draft, Function<ReadList, T> look) {
        if (draft.file() == null) {
            throw new UnreadableList(Reason.GONE);
        }
        return look(draft.fileName(), draft.file(), look);
    }

    private <T> T look(String name, FileId id, Function<ReadList, T> look) {
        try (var file = ListFile.open(name, files.open(id))) {
            return look.apply(ReadList.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
