package app.backmatter.mail.broadcast;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.links.ShortLinks;
import app.backmatter.mail.BroadcastId;
import app.backmatter.mail.tracking.LinkMarks;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Source;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Gives each link of a broadcast its code. Those that lead to pages of this installation say there that the broadcast
 * brought the reader.
 */
@Service
public class KeepLinks {
    private final JdbcClient jdbc;
    private final ShortLinks shortLinks;
    private final LinkMarks marks;

    KeepLinks(JdbcClient jdbc, ShortLinks shortLinks, LinkMarks marks) {
        this.jdbc = jdbc;
        this.shortLinks = shortLinks;
        this.marks = marks;
    }

    /** @param links where they lead, by their number */
    public void keep(BroadcastId broadcast, List<String> links) {
        var from = links.stream().anyMatch(marks::isOurs)
                ? shortLinks.create(Source.email(broadcast.value())).code()
                : "";
        for (int number = 0; number < links.size(); number++) {
            var link = links.get(number);
            keep(broadcast, number, marks.isOurs(link) ? marks.sayingFrom(from, link) : link);
        }
    }

    private void keep(BroadcastId broadcast, int number, String url) {
        jdbc.sql("""
            insert into mail_links (id, workspace_id, broadcast_id, number, code, url)
            values (:id, :workspace, :broadcast, :number, :code, :url)\
            """)
                .param("id", Ids.next())
                .param("workspace", WorkspaceScope.current().value())
                .param("broadcast", broadcast.value())
                .param("number", number)
                .param("code", marks.code())
                .param("url", url)
                .update();
    }
}
