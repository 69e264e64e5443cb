package app.backmatter.funnels.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.books.BookId;
import app.backmatter.books.BookUse;
import app.backmatter.books.Books;
import app.backmatter.books.EditionId;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductUse;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.SequenceUse;
import app.backmatter.pages.Use;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Books and products that any draft or revision names must stay: readers inside an old revision still walk through it.
 * So must editions with a link that leads into a funnel. Ids occur nowhere else in the content, so that looking for
 * their text finds all of them.
 */
@Component
class MentionedByFunnels implements BookUse, ProductUse, SequenceUse {
    private final JdbcClient jdbc;
    private final Books books;
    private final Workspaces workspaces;

    MentionedByFunnels(JdbcClient jdbc, Books books, Workspaces workspaces) {
        this.jdbc = jdbc;
        this.books = books;
        this.workspaces = workspaces;
    }

    @Override
    public List<Use> of(BookId book) {
        return mentioning(book.value());
    }

    @Override
    public List<Use> of(ProductId product) {
        return mentioning(product.value());
    }

    @Override
    public List<Use> of(SequenceId sequence) {
        return mentioning(sequence.value());
    }

    @Override
    public List<Use> of(EditionId edition) {
        var targets = books.places().stream()
                .filter(place -> place.edition().equals(edition))
                .map(place -> place.link().target())
                .filter(Objects::nonNull)
                .toArray();
        return jdbc.sql("""
            select id, name from funnels
            where workspace_id = :workspace and :entries || slug = any(:targets) order by name
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param(
                        "entries",
                        EntryPath.of(workspaces.get(WorkspaceScope.current()).slug(), ""))
                .param("targets", new SqlArrayValue("text", targets))
                .query((row, number) -> use(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private List<Use> mentioning(UUID id) {
        return jdbc.sql("""
            select id, name from funnels f
            where workspace_id = :workspace
              and (strpos(draft::text, :id) > 0
                   or exists (select from funnel_revisions r
                              where r.funnel_id = f.id and r.workspace_id = :workspace
                                and strpos(r.content::text, :id) > 0))
            order by name
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("id", id.toString())
                .query((row, number) -> use(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static Use use(UUID funnel, String name) {
        return new Use("funnels.use", name, "/funnels/" + funnel);
    }
}
