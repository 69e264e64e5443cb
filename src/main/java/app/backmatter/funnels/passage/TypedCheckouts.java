package app.backmatter.funnels.passage;

import app.backmatter.audience.ContactId;
import app.backmatter.orders.BuyerAddress;
import app.backmatter.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                (passage_id, workspace_id, step_id, proven, email, name, with_bump, coupon, country, postal_code,
                 address, given, given_currency, contact_id, present, present_email, present_name, present_message,
                 present_on)
            values (:passage, :workspace, :step, :proven, :email, :name, :withBump, :coupon, :country, :postalCode,
                    :address, :given, :givenCurrency, :contact, :present, :presentEmail, :presentName,
                    :presentMessage, :presentOn)
            on conflict (passage_id, step_id, proven, workspace_id)
            do update set email = excluded.email, name = excluded.name, with_bump = excluded.with_bump,
                coupon = excluded.coupon, country = excluded.country, postal_code = excluded.postal_code,
                address = excluded.address, given = excluded.given, given_currency = excluded.given_currency,
                contact_id = excluded.contact_id, present = excluded.present,
                present_email = excluded.present_email, present_name = excluded.present_name,
                present_message = excluded.present_message, present_on = excluded.present_on
            """)
                .param("passage", reader.passage().id().value())
                .param("workspace", reader.passage().workspace().value())
                .param("step", step)
                .param("proven", reader.proven())
                .param("email", typed.email())
                .param("name", typed.name())
                .param("withBump", typed.withBump())
                .param("coupon", typed.coupon())
                .param("country", typed.address().country())
                .param("postalCode", typed.address().postalCode())
                .param("address", typed.address().lines())
                .param("given", typed.given() == null ? null : typed.given().minorUnits())
                .param(
                        "givenCurrency",
                        typed.given() == null ? null : typed.given().currency().getCurrencyCode())
                .param("contact", typist.value())
                .param("present", typed.present().wanted())
                .param("presentEmail", typed.present().email())
                .param("presentName", typed.present().name())
                .param("presentMessage", typed.present().message())
                .param("presentOn", typed.present().on())
                .update();
    }

    Optional<TypedCheckout> find(Reader reader, UUID step) {
        return database.sql("""
            select * from typed_checkouts
            where passage_id = :passage and workspace_id = :workspace and step_id = :step
              and proven = :proven
            """)
                .param("passage", reader.passage().id().value())
                .param("workspace", reader.passage().workspace().value())
                .param("step", step)
                .param("proven", reader.proven())
                .query((row, number) -> new TypedCheckout(
                        row.getString("email"),
                        row.getString("name"),
                        row.getBoolean("with_bump"),
                        row.getString("coupon"),
                        new BuyerAddress(
                                row.getString("country"), row.getString("postal_code"), row.getString("address")),
                        given(row),
                        new TypedPresent(
                                row.getBoolean("present"),
                                row.getString("present_email"),
                                row.getString("present_name"),
                                row.getString("present_message"),
                                row.getString("present_on"))))
                .optional();
    }

    private static @Nullable Money given(ResultSet row) throws SQLException {
        var currency = row.getString("given_currency");
        return currency == null ? null : Money.of(row.getLong("given"), currency);
    }
}
