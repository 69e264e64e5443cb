package app.backmatter.example;

import app.backmatter.accounts.WorkspaceCreated;
import app.backmatter.accounts.Workspaces;
import app.backmatter.books.Books;
import app.backmatter.books.PlaceView;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.Funnels;
import app.backmatter.shared.WorkspaceId;
import java.util.List;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills a new workspace, wholly or not at all. A workspace in which there is anything already stays as it is, so the event
 * may come again. The transaction begins inside the workspace's scope, which an {@code @ApplicationModuleListener} can't do.
 */
@Component
class FillWorkspace {
    private final Shelf shelf;
    private final ExampleFunnels exampleFunnels;
    private final Books books;
    private final Funnels funnels;
    private final Workspaces workspaces;
    private final TransactionOperations transaction;

    FillWorkspace(
            Shelf shelf,
            ExampleFunnels exampleFunnels,
            Books books,
            Funnels funnels,
            Workspaces workspaces,
            TransactionOperations transaction) {
        this.shelf = shelf;
        this.exampleFunnels = exampleFunnels;
        this.books = books;
        this.funnels = funnels;
        this.workspaces = workspaces;
        this.transaction = transaction;
    }

    @Async
    @TransactionalEventListener(id = "example.workspace-created")
    void on(WorkspaceCreated created) {
        if (created.withExample()) {
            fill(created.workspace());
        }
    }

    private void fill(WorkspaceId id) {
        var workspace = workspaces.get(id);
        WorkspaceScope.run(
                id,
                () -> transaction.executeWithoutResult(status -> {
                    if (shelf.isEmpty()) {
                        fill(Texts.of(workspace), workspace.name());
                    }
                }));
    }

    private void fill(Texts texts, String author) {
        var book = shelf.addBook(texts);
        var products = shelf.addProducts(book, texts);
        var tripwireFirst = exampleFunnels.addTripwireFirst(book, products, texts);
        var freeGift = exampleFunnels.addFreeGift(book, products, texts);
        var links = books.places().stream()
                .map(PlaceView::link)
                .map(link -> link.id())
                .toList();
        funnels.publish(freeGift, links, author);
        funnels.publish(tripwireFirst, List.of(), author);
    }
}
