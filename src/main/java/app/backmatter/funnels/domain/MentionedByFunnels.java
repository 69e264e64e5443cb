package app.backmatter.funnels.domain;

import app.backmatter.books.BookId;
import app.backmatter.books.BookUse;
import app.backmatter.catalog.ProductId;
import app.backmatter.catalog.ProductUse;
import app.backmatter.database.WorkspaceScope;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Books and products that any draft or revision names must stay: readers inside an old revision still walk through it.
 * Ids occur nowhere else in the content, so that looking for their text finds all of them.
 */
@Component
class MentionedByFunnels implements BookUse, ProductUse {
    private final JdbcClient jdbc;

    MentionedByFunnels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isUsed(BookId book) {
        return mentions(book.value());
    }

    @Override
    public boolean isUsed(ProductId product) {
        return mentions(product.value());
    }

    private boolean mentions(UUID id) {
        return jdbc.sql("""
            select exists (select from funnels
                           where workspace_id = :workspace and strpos(draft::text, :id) > 0)
                or exists (select from funnel_revisions
                           where workspace_id = :workspace and strpos(content::text, :id) > 0)
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("id", id.toString())
                .query(Boolean.class)
                .single();
    }
}
