package app.backmatter.funnels.passage;

import app.backmatter.audience.ContactId;
import app.backmatter.funnels.PassageId;
import app.backmatter.orders.OrderId;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passages, written many at once and each change as one statement that a repetition does not change again. */
@Repository
class Passages {
    private static final String INSERT = """
        insert into passages (id, workspace_id, funnel_id, revision_id, token, proof, visitor, bot, contact_id, email,
                              first_name, source_kind, source_id, source_label, coupon, started_at, gift_at)
        select * from unnest(:id::uuid[], :workspace::uuid[], :funnel::uuid[], :revision::uuid[], :token::text[],
                             :proof::text[], :visitor::uuid[], :bot::boolean[], :contact::uuid[], :email::text[],
                             :firstName::text[], :kind::text[], :sourceId::uuid[], :label::text[], :coupon::text[],
                             :startedAt::timestamptz[], :giftAt::timestamptz[])
        """;

    private final JdbcClient database;

    Passages(JdbcClient database) {
        this.database = database;
    }

    void insert(List<Passage> passages) {
        database.sql(INSERT)
                .param("id", column(passages, passage -> passage.id().value()))
                .param(
                        "workspace",
                        column(passages, passage -> passage.workspace().value()))
                .param("funnel", column(passages, passage -> passage.funnel().value()))
                .param(
                        "revision",
                        column(passages, passage -> passage.revision().value()))
                .param("token", column(passages, Passage::token))
                .param("proof", column(passages, Passage::proof))
                .param("visitor", column(passages, Passage::visitor))
                .param("bot", column(passages, Passage::bot))
                .param("contact", column(passages, Passages::contact))
                .param("email", column(passages, Passages::email))
                .param("firstName", column(passages, Passage::firstName))
                .param("kind", column(passages, passage -> passage.source().kind()))
                .param("sourceId", column(passages, passage -> passage.source().id()))
                .param("label", column(passages, passage -> passage.source().label()))
                .param("coupon", column(passages, Passage::coupon))
                .param("startedAt", column(passages, Passage::startedAt))
                .param("giftAt", column(passages, Passage::giftAt))
                .update();
    }

    /** By token or proof, of whatever workspace: the address is the key. */
    Optional<Passage> find(String tokenOrProof) {
        return database.sql("select * from passages where token = :key union select * from passages where proof = :key")
                .param("key", tokenOrProof)
                .query(PassageRow::passage)
                .optional();
    }

    Optional<Passage> find(WorkspaceId workspace, PassageId id) {
        return database.sql("select * from passages where id = :id and workspace_id = :workspace")
                .param("id", id.value())
                .param("workspace", workspace.value())
                .query(PassageRow::passage)
                .optional();
    }

    /** @return whether this was the first time */
    boolean confirm(Passage passage, Instant at) {
        return update("confirmed_at = :at, gift_at = coalesce(gift_at, :at)", "confirmed_at is null", passage)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** @return whether this was the first time */
    boolean pay(Passage passage, OrderId order, ContactId buyer, Currency currency, Instant at) {
        return update(
                                "order_id = :order, buyer_id = :buyer, currency = :currency, paid_at = :at",
                                "order_id is null",
                                passage)
                        .param("order", order.value())
                        .param("buyer", buyer.value())
                        .param("currency", currency.getCurrencyCode())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Without effect once something is paid: an order is in one currency. */
    void choose(Passage passage, Currency currency) {
        update("currency = :currency", "order_id is null", passage)
                .param("currency", currency.getCurrencyCode())
                .update();
    }

    /** Says who the reader of a funnel without a sign-up is. */
    void introduce(Passage passage, ContactId contact, EmailAddress email) {
        update("contact_id = :contact, email = :email", "contact_id is null", passage)
                .param("contact", contact.value())
                .param("email", email.value())
                .update();
    }

    private JdbcClient.StatementSpec update(String change, String condition, Passage passage) {
        return database.sql("update passages set " + change + " where id = :id and workspace_id = :workspace and "
                        + condition)
                .param("id", passage.id().value())
                .param("workspace", passage.workspace().value());
    }

    private static @Nullable String[] column(List<Passage> passages, Function<Passage, @Nullable Object> value) {
        return passages.stream().map(value).map(Passages::text).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable UUID contact(Passage passage) {
        return passage.contact() == null ? null : passage.contact().value();
    }

    private static @Nullable String email(Passage passage) {
        return passage.email() == null ? null : passage.email().value();
    }
}
