package app.backmatter.mail.broadcast;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a connection comes to the desk with.
 *
 * @param endings of messages that it had
 * @param opened the message that it asks for, as its envelope is open; empty for any
 * @param turn its answer; empty when it does not ask
 */
record Visit(
        List<Ending> endings,
        @Nullable Outgoing opened,
        @Nullable CompletableFuture<Optional<Turn>> turn) {
    static Visit telling(List<Ending> endings) {
        return new Visit(endings, null, null);
    }

    /** The same, its endings written down, with whatever message there is. */
    Visit forAny() {
        return new Visit(List.of(), null, turn);
    }
}
