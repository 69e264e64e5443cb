package app.backmatter.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The embedded database on its way up: on a first start it takes longer than the application until that needs it. */
record StartingDatabase(CompletableFuture<EmbeddedDatabase> database) {
    static StartingDatabase in(DataFolder folder) {
        return new StartingDatabase(CompletableFuture.supplyAsync(
                () -> EmbeddedDatabase.start(folder),
                task -> Thread.ofPlatform().name("database-start").start(task)));
    }

    /** @throws RuntimeException that ended the start */
    EmbeddedDatabase await() {
        try {
            return database.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
