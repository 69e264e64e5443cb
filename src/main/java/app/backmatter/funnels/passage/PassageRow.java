package app.backmatter.funnels.passage;

import app.backmatter.audience.ContactId;
import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.PassageId;
import app.backmatter.funnels.RevisionId;
import app.backmatter.orders.OrderId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import app.backmatter.shared.SourceKind;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a passage from its row. */
final class PassageRow {
    private PassageRow() {}

    static Passage passage(ResultSet row, int number) throws SQLException {
        var contact = id(row, "contact_id");
        var email = row.getString("email");
        return new Passage(
                new PassageId(row.getObject("id", UUID.class)),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new FunnelId(row.getObject("funnel_id", UUID.class)),
                new RevisionId(row.getObject("revision_id", UUID.class)),
                row.getString("token"),
                row.getString("proof"),
                row.getObject("visitor", UUID.class),
                row.getBoolean("bot"),
                contact == null ? null : new ContactId(contact),
                email == null ? null : new EmailAddress(email),
                row.getString("first_name"),
                new Source(
                        SourceKind.valueOf(row.getString("source_kind")),
                        id(row, "source_id"),
                        row.getString("source_label")),
                row.getString("coupon"),
                row.getString("currency"),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "gift_at"),
                instant(row, "confirmed_at"),
                payment(row));
    }

    private static Passage.@Nullable Payment payment(ResultSet row) throws SQLException {
        var order = id(row, "order_id");
        return order == null
                ? null
                : new Passage.Payment(
                        new OrderId(order),
                        new ContactId(row.getObject("buyer_id", UUID.class)),
                        row.getTimestamp("paid_at").toInstant());
    }

    private static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
