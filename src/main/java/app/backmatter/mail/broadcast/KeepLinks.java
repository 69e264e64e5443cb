package app.backmatter.mail.broadcast;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.links.ShortLinks;
import app.backmatter.mail.BroadcastId;
import app.backmatter.pages.PublicAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.Source;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Gives each link of a broadcast its code. Those that lead to pages of this installation say there that the broadcast
 * brought the reader.
 */
@Service
public class KeepLinks {
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 10;

    private final JdbcClient jdbc;
    private final ShortLinks shortLinks;
    private final PublicAddress address;
    private final SecureRandom random = new SecureRandom();

    KeepLinks(JdbcClient jdbc, ShortLinks shortLinks, PublicAddress address) {
        this.jdbc = jdbc;
        this.shortLinks = shortLinks;
        this.address = address;
    }

    /** @param links where they lead, by their number */
    public void keep(BroadcastId broadcast, List<String> links) {
        var from = links.stream().anyMatch(this::isOurs)
                ? shortLinks.create(Source.email(broadcast.value())).code()
                : "";
        for (int number = 0; number < links.size(); number++) {
            var link = links.get(number);
            keep(broadcast, number, isOurs(link) ? sayingFrom(link, from) : link);
        }
    }

    private boolean isOurs(String link) {
        return link.startsWith(address.base() + "/p/");
    }

    private static String sayingFrom(String link, String code) {
        return link + (link.indexOf('?') < 0 ? "?from=" : "&from=") + code;
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
                .param("code", code())
                .param("url", url)
                .update();
    }

    private String code() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (code, at) -> code.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }
}
