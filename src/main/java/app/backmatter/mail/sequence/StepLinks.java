package app.backmatter.mail.sequence;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.links.ShortLinks;
import app.backmatter.mail.SequenceId;
import app.backmatter.mail.tracking.LinkMarks;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Source;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives each link of a sequence's mails its code, once for all readers. What leads to pages of this installation says
 * there that the sequence brought the reader. A reader's own link is kept by its field's name alone.
 */
@Component
class StepLinks {
    private final JdbcClient jdbc;
    private final ShortLinks shortLinks;
    private final LinkMarks marks;

    StepLinks(JdbcClient jdbc, ShortLinks shortLinks, LinkMarks marks) {
        this.jdbc = jdbc;
        this.shortLinks = shortLinks;
        this.marks = marks;
    }

    /** @param url as its author typed it, or a merge field */
    String code(SequenceId sequence, UUID mail, String url) {
        return known(mail, url).orElseGet(() -> {
            keep(mail, url, marks.isOurs(url) ? sayingFrom(sequence, url) : url);
            return known(mail, url).orElseThrow();
        });
    }

    private Optional<String> known(UUID mail, String url) {
        return jdbc.sql("""
            select code from sequence_links
            where mail_id = :mail and workspace_id = :workspace and md5(url) = md5(:url) and url = :url\
            """)
                .param("mail", mail)
                .param("workspace", WorkspaceScope.current().value())
                .param("url", url)
                .query(String.class)
                .optional();
    }

    private String sayingFrom(SequenceId sequence, String url) {
        return marks.sayingFrom(
                shortLinks.create(Source.email(sequence.value())).code(), url);
    }

    /** The first of two who come at once wins. */
    private void keep(UUID mail, String url, String leadsTo) {
        jdbc.sql("""
            insert into sequence_links (id, workspace_id, mail_id, code, url, leads_to)
            values (:id, :workspace, :mail, :code, :url, :leads) on conflict do nothing\
            """)
                .param("id", Ids.next())
                .param("workspace", WorkspaceScope.current().value())
                .param("mail", mail)
                .param("code", marks.code())
                .param("url", url)
                .param("leads", leadsTo)
                .update();
    }
}
