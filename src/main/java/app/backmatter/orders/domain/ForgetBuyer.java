package app.backmatter.orders.domain;

import app.backmatter.audience.ContactErased;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.copies.SweepCopies;
import app.backmatter.orders.present.Presents;
import app.backmatter.shared.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Takes the person out of the orders of a buyer who was erased. What was sold for how much stays, for it is in the
 * author's books; so does what was bought, for whoever still has the link to it, though no more with the name in it.
 */
@Component
class ForgetBuyer {
    private final JdbcClient jdbc;
    private final Presents presents;
    private final SweepCopies copies;

    ForgetBuyer(JdbcClient jdbc, Presents presents, SweepCopies copies) {
        this.jdbc = jdbc;
        this.presents = presents;
        this.copies = copies;
    }

    @ApplicationModuleListener
    void on(ContactErased erased) {
        jdbc.sql("""
            update orders set email = :nobody, reader_name = '', postal_code = '', address = '', saved_card = ''
            where contact_id = :contact and workspace_id = :workspace
            """)
                .param("nobody", EmailAddress.ERASED.value())
                .param("contact", erased.contact().value())
                .param("workspace", erased.workspace().value())
                .update();
        WorkspaceScope.run(erased.workspace(), () -> {
            presents.forget(erased.contact());
            copies.forget(erased.contact());
        });
    }
}
