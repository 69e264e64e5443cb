package app.backmatter.funnels.passage;

import app.backmatter.audience.ContactErased;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Takes the person out of the ways of a reader who was erased: what was counted stays counted, but the private addresses
 * lead nowhere any more.
 */
@Component
class ForgetPassages {
    private static final String NEW_TOKEN = "translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_')";

    private final JdbcClient jdbc;

    ForgetPassages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Typed checkouts first: they are found by the passage, too. */
    @ApplicationModuleListener
    void on(ContactErased erased) {
        run("""
            delete from typed_checkouts t using passages p
            where p.id = t.passage_id and p.workspace_id = t.workspace_id and p.workspace_id = :workspace
              and :contact in (t.contact_id, p.contact_id, p.buyer_id)
            """, erased);
        run("""
            update passages set contact_id = null, email = null, first_name = '', token = %s, proof = %s
            where contact_id = :contact and workspace_id = :workspace
            """.formatted(NEW_TOKEN, NEW_TOKEN), erased);
    }

    private void run(String sql, ContactErased erased) {
        jdbc.sql(sql)
                .param("contact", erased.contact().value())
                .param("workspace", erased.workspace().value())
                .update();
    }
}
