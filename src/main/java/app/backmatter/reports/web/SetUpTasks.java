package app.backmatter.reports.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.books.Books;
import app.backmatter.catalog.Catalog;
import app.backmatter.funnels.Funnels;
import app.backmatter.mail.MailServer;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a workspace needs before readers can come, and what of it is done. */
@Component
class SetUpTasks {
    private final Books books;
    private final Catalog catalog;
    private final Funnels funnels;
    private final MailServer mailServer;

    SetUpTasks(Books books, Catalog catalog, Funnels funnels, MailServer mailServer) {
        this.books = books;
        this.catalog = catalog;
        this.funnels = funnels;
        this.mailServer = mailServer;
    }

    /** Of the workspace in scope, in the order in which they are best done. */
    List<TaskCard> of(WorkspaceView workspace) {
        var base = "/w/" + workspace.slug();
        var ownBooks = books.all();
        var ownFunnels = funnels.all();
        var book = ownBooks.isEmpty()
                ? base + "/books/new"
                : base + "/books/" + ownBooks.getFirst().id();
        var funnel = ownFunnels.isEmpty()
                ? base + "/funnels/new"
                : base + "/funnels/" + ownFunnels.getFirst().id();
        return List.of(
                new TaskCard("book", !ownBooks.isEmpty(), book),
                new TaskCard("place", !books.places().isEmpty(), book),
                new TaskCard("product", hasProductWithFile(), base + "/products"),
                new TaskCard("funnel", ownFunnels.stream().anyMatch(each -> each.published() != null), funnel),
                new TaskCard("postal-address", !workspace.postalAddress().isBlank(), base + "/settings"),
                new TaskCard("mail-server", mailServer.isSetHere(), base + "/mail"));
    }

    private boolean hasProductWithFile() {
        return catalog.all().stream().anyMatch(product -> !product.files().isEmpty());
    }
}
