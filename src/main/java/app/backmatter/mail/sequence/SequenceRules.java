package app.backmatter.mail.sequence;

import app.backmatter.audience.Occasions;
import app.backmatter.audience.Occasions.Awaited;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.SequenceId;
import app.backmatter.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What brings people into the sequences of the workspace in scope by itself, and what ends them. */
@Service
@Transactional
public class SequenceRules {
    private final JdbcClient jdbc;
    private final Occasions occasions;

    SequenceRules(JdbcClient jdbc, Occasions occasions) {
        this.jdbc = jdbc;
        this.occasions = occasions;
    }

    public enum Way {
        ENTRY,
        EXIT
    }

    /** @param subject a page or a place, a product, a tag; empty for any */
    public record Rule(UUID id, SequenceId sequence, Way way, Occasion occasion, String subject) {}

    public List<Rule> of(SequenceId sequence) {
        return all().stream().filter(rule -> rule.sequence().equals(sequence)).toList();
    }

    List<Rule> all() {
        return scoped("select * from sequence_rules where workspace_id = :workspace order by way, event, subject")
                .query(SequenceRules::rule)
                .list();
    }

    /** For what happens from now on; a second time changes nothing. */
    public void add(SequenceId sequence, Way way, Occasion occasion, String subject) {
        scoped("""
            insert into sequence_rules (id, workspace_id, sequence_id, way, event, subject)
            values (:id, :workspace, :sequence, :way, :event, :subject) on conflict do nothing\
            """)
                .param("id", Ids.next())
                .param("sequence", sequence.value())
                .param("way", way.name())
                .param("event", occasion.name())
                .param("subject", subject)
                .update();
        await();
    }

    public void remove(SequenceId sequence, UUID rule) {
        scoped("delete from sequence_rules where id = :rule and sequence_id = :sequence and workspace_id = :workspace")
                .param("rule", rule)
                .param("sequence", sequence.value())
                .update();
        await();
    }

    /** Where both were named, one is left. */
    void renameTag(String tag, String other) {
        scoped("""
            insert into sequence_rules (id, workspace_id, sequence_id, way, event, subject)
            select uuidv7(), workspace_id, sequence_id, way, event, :other from sequence_rules
            where workspace_id = :workspace and event = 'TAGGED' and subject = :tag on conflict do nothing\
            """).param("tag", tag).param("other", other).update();
        scoped("delete from sequence_rules where workspace_id = :workspace and event = 'TAGGED' and subject = :tag")
                .param("tag", tag)
                .update();
        await();
    }

    /** The audience tells what is waited for, and nothing else. */
    private void await() {
        occasions.await(all().stream()
                .filter(rule -> rule.way() == Way.ENTRY || rule.occasion() == Occasion.TAGGED)
                .map(rule -> new Awaited(rule.occasion().name(), rule.subject()))
                .collect(Collectors.toSet()));
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        return jdbc.sql(sql).param("workspace", WorkspaceScope.current().value());
    }

    private static Rule rule(ResultSet row, int n) throws SQLException {
        return new Rule(
                row.getObject("id", UUID.class),
                new SequenceId(row.getObject("sequence_id", UUID.class)),
                Way.valueOf(row.getString("way")),
                Occasion.valueOf(row.getString("event")),
                row.getString("subject"));
    }
}
