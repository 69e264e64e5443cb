package app.backmatter.funnels.passage;

import app.backmatter.audience.ContactId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was typed on a checkout until the reader comes back to it, by the address at which it was typed. */
@Repository
class TypedCheckouts {
    private final JdbcClient database;

    TypedCheckouts(JdbcClient database) {
        this.database = database;
    }

    /** @param typist the contact with the typed address */
    void keep(Reader reader, UUID step, TypedCheckout typed, ContactId typist) {
        database.sql("""
            insert into typed_checkouts
                (passage_id, workspace_id, step_id, proven, email, name, with_bump, coupon, contact_id)
            values (:passage, :workspace, :step, :proven, :email, :name, :withBump, :coupon, :contact)
            on conflict (passage_id, step_id, proven, workspace_id)
            do update set email = excluded.email, name = excluded.name, with_bump = excluded.with_bump,
                coupon = excluded.coupon, contact_id = excluded.contact_id
            """)
                .param("passage", reader.passage().id().value())
                .param("workspace", reader.passage().workspace().value())
                .param("step", step)
                .param("proven", reader.proven())
                .param("email", typed.email())
                .param("name", typed.name())
                .param("withBump", typed.withBump())
                .param("coupon", typed.coupon())
                .param("contact", typist.value())
                .update();
    }

    Optional<TypedCheckout> find(Reader reader, UUID step) {
        return database.sql("""
            select email, name, with_bump, coupon from typed_checkouts
            where passage_id = :passage and workspace_id = :workspace and step_id = :step
              and proven = :proven
            """)
                .param("passage", reader.passage().id().value())
                .param("workspace", reader.passage().workspace().value())
                .param("step", step)
                .param("proven", reader.proven())
                .query(TypedCheckout.class)
                .optional();
    }
}
