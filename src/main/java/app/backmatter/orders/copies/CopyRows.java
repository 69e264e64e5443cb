package app.backmatter.orders.copies;

import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.WorkspaceId;
import app.backmatter.storage.FileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which copies there are, and for whom. */
@Repository
class CopyRows {
    private static final String HOLDING = """
        select own.id, own.contact_id, own.product_id, own.granted_at, number,
               case when orders.contact_id = own.contact_id then reader_name else '' end as buyer
        from entitlements own
        left join orders on orders.id = order_id and orders.workspace_id = own.workspace_id
        """;

    private final JdbcClient jdbc;

    CopyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param copy absent when the file is handed out as it is */
    record Copy(@Nullable FileId copy, WorkspaceId workspace) {}

    /** The copy for a download's owner, if it was made. */
    Optional<Copy> find(UUID download) {
        return jdbc.sql("""
            select copy_id, copies.workspace_id from stamped_copies copies
            join downloads d on d.entitlement_id = copies.entitlement_id and d.file_id = copies.file_id
                 and d.workspace_id = copies.workspace_id
            where d.id = :download and d.workspace_id = :workspace
            """)
                .param("download", download)
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> copy(row))
                .optional();
    }

    Optional<Copy> find(UUID entitlement, FileId file) {
        return jdbc.sql("""
            select copy_id, workspace_id from stamped_copies
            where entitlement_id = :entitlement and file_id = :file and workspace_id = :workspace
            """)
                .param("entitlement", entitlement)
                .param("file", file.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> copy(row))
                .optional();
    }

    Holding ofDownload(UUID download) {
        return jdbc.sql(HOLDING + """
            join downloads d on d.entitlement_id = own.id and d.workspace_id = own.workspace_id
            where d.id = :download and own.workspace_id = :workspace
            """)
                .param("download", download)
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> holding(row))
                .single();
    }

    /** What the contact owns of this product; nothing when it never came to that, or does not any more. */
    Optional<Holding> of(ContactId contact, ProductId product) {
        return jdbc.sql(HOLDING + """
            where own.contact_id = :contact and own.product_id = :product and own.workspace_id = :workspace
              and revoked_at is null and paused_at is null
            """)
                .param("contact", contact.value())
                .param("product", product.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> holding(row))
                .optional();
    }

    /**
     * @param copy absent when the file is handed out as it is
     * @return whether nobody else was faster
     */
    boolean add(UUID entitlement, FileId file, @Nullable FileId copy, Instant now) {
        return jdbc.sql("""
            insert into stamped_copies (entitlement_id, file_id, workspace_id, copy_id, made_at)
            values (:entitlement, :file, :workspace, :copy, :now)
            on conflict do nothing
            """)
                        .param("entitlement", entitlement)
                        .param("file", file.value())
                        .param("workspace", WorkspaceScope.current().value())
                        .param("copy", copy == null ? null : copy.value())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Takes all copies of a file away. */
    List<Copy> removeOf(FileId file) {
        return jdbc.sql("""
            delete from stamped_copies where file_id = :file and workspace_id = :workspace returning copy_id, workspace_id
            """)
                .param("file", file.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> copy(row))
                .list();
    }

    List<Copy> removeOf(ContactId contact) {
        return jdbc.sql("""
            delete from stamped_copies copies using entitlements own
            where own.id = entitlement_id and own.workspace_id = copies.workspace_id
              and contact_id = :contact and copies.workspace_id = :workspace
            returning copy_id, copies.workspace_id
            """)
                .param("contact", contact.value())
                .param("workspace", WorkspaceScope.current().value())
                .query((row, number) -> copy(row))
                .list();
    }

    /**
     * Takes away, in all workspaces, copies that were neither made nor fetched since then, and what is handed out as it is.
     *
     * @param tried before which moment a copy that failed is tried anew
     */
    List<Copy> removeOld(Instant fetched, Instant tried, int most) {
        return jdbc.sql("""
            delete from stamped_copies where (entitlement_id, file_id, workspace_id) in (
                select copies.entitlement_id, copies.file_id, copies.workspace_id
                from stamped_copies copies
                left join downloads d on d.entitlement_id = copies.entitlement_id and d.file_id = copies.file_id
                     and d.workspace_id = copies.workspace_id
                where copy_id is null and made_at < :tried
                   or made_at < :fetched and coalesce(last_fetched_at < :fetched, true)
                limit :most for update of copies skip locked)
            returning copy_id, workspace_id
            """)
                .param("fetched", utc(fetched))
                .param("tried", utc(tried))
                .param("most", most)
                .query((row, number) -> copy(row))
                .list();
    }

    private static Copy copy(ResultSet row) throws SQLException {
        var id = row.getObject("copy_id", UUID.class);
        return new Copy(id == null ? null : new FileId(id), new WorkspaceId(row.getObject("workspace_id", UUID.class)));
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                row.getObject("id", UUID.class),
                new ContactId(row.getObject("contact_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("buyer"),
                row.getObject("number", Long.class),
                Objects.requireNonNull(row.getObject("granted_at", OffsetDateTime.class))
                        .toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
