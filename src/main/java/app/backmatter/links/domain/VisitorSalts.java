package app.backmatter.links.domain;

import java.security.SecureRandom;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The day's random salt: the first node to ask makes it, all others and later starts read it. */
@Component
class VisitorSalts {
    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    VisitorSalts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    byte[] of(LocalDate day) {
        var fresh = new byte[32];
        random.nextBytes(fresh);
        jdbc.sql("insert into visitor_salts (day, salt) values (?, ?) on conflict do nothing")
                .param(day)
                .param(fresh)
                .update();
        forgetBefore(day);
        return jdbc.sql("select salt from visitor_salts where day = ?")
                .param(day)
                .query(byte[].class)
                .single();
    }

    void forgetBefore(LocalDate day) {
        jdbc.sql("delete from visitor_salts where day < ?").param(day).update();
    }
}
