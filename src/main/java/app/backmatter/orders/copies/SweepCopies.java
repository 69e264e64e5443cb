package app.backmatter.orders.copies;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.FileNoLongerStamped;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.storage.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets copies go that nobody needs: they can be made again. */
@Component
public class SweepCopies {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration TRIED_AGAIN = Duration.ofDays(1);
    private static final int AT_ONCE = 100;

    private final CopyRows rows;
    private final Files files;
    private final Clock clock;

    SweepCopies(CopyRows rows, Files files, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.clock = clock;
    }

    /** @return whether there may be more */
    @Transactional
    public boolean sweep() {
        var now = clock.instant();
        var old = rows.removeOld(now.minus(KEPT), now.minus(TRIED_AGAIN), AT_ONCE);
        release(old);
        return old.size() == AT_ONCE;
    }

    /** Joins the caller's transaction: the name of somebody who was erased is in them. */
    @Transactional
    public void forget(ContactId contact) {
        release(rows.removeOf(contact));
    }

    @ApplicationModuleListener
    void on(FileNoLongerStamped changed) {
        WorkspaceScope.run(changed.workspace(), () -> release(rows.removeOf(changed.file())));
    }

    private void release(List<CopyRows.Copy> copies) {
        copies.forEach(copy -> WorkspaceScope.run(copy.workspace(), () -> files.release(copy.copy())));
    }
}
