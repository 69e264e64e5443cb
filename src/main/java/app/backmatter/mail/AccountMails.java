package app.backmatter.mail;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Password resets and invitations that were kept because no mail server is set, for admins alone: whoever reads one can
 * use its link.
 */
@Service
public class AccountMails {
    private final JdbcClient jdbc;

    AccountMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Latest first. */
    public List<AccountMail> kept(int limit) {
        return jdbc.sql("""
            select recipient, subject, plain, left_at from account_messages
            where state = 'KEPT' order by id desc limit :limit\
            """)
                .param("limit", limit)
                .query((row, n) -> new AccountMail(
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("plain"),
                        row.getObject("left_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
