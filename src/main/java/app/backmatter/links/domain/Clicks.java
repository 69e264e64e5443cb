package app.backmatter.links.domain;

import app.backmatter.database.BatchWriter;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.links.LinkId;
import app.backmatter.links.Visitor;
import app.backmatter.shared.Ids;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Clicks on short links: taken from each request, written in batches, counted for the author. */
@Service
public class Clicks {
    private final BatchWriter<Click> writer;
    private final JdbcClient jdbc;
    private final Clock clock;

    Clicks(BatchWriter<Click> clickWriter, JdbcClient jdbc, Clock clock) {
        this.writer = clickWriter;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void record(PointedLink link, Visitor visitor) {
        writer.add(new Click(Ids.next(), link.workspace(), link.id(), visitor, clock.instant()));
    }

    /** How often people followed each of these links of the workspace in scope; links nobody followed are left out. */
    Map<LinkId, Long> byPeople(Collection<LinkId> links) {
        var counts = new HashMap<LinkId, Long>();
        jdbc.sql("""
            select link_id, count(*) from clicks
            where workspace_id = ? and link_id = any (?) and not bot
            group by link_id\
            """)
                .param(WorkspaceScope.current().value())
                .param(links.stream().map(LinkId::value).toArray(UUID[]::new))
                .query(row -> {
                    counts.put(new LinkId(row.getObject(1, UUID.class)), row.getLong(2));
                });
        return counts;
    }
}
