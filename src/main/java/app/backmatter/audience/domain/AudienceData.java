package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.PersonData;
import app.backmatter.database.WorkspaceScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everything that is kept about one person in the workspace in scope. */
@Service
public class AudienceData {
    private static final Map<String, String> OWN = new LinkedHashMap<>();

    static {
        OWN.put("contact", """
            select email, first_name, status, status_at::text, country, time_zone, joined_at::text, first_source_kind,
                first_source_label, last_source_kind, last_source_label, last_source_at::text,
                mailed_at::text, opened_at::text, clicked_at::text
            from contacts where id = :contact and workspace_id = :workspace\
            """);
        OWN.put("consents", """
            select kind, text, origin, at::text from contact_consents
            where contact_id = :contact and workspace_id = :workspace order by id\
            """);
        OWN.put("suppression", """
            select s.reason, s.words, s.at::text, s.lifted_at::text
            from suppressions s join contacts c on c.workspace_id = s.workspace_id and c.email = s.email
            where c.id = :contact and c.workspace_id = :workspace\
            """);
        OWN.put("tags", """
            select tag, at::text from contact_tags where contact_id = :contact and workspace_id = :workspace order by tag\
            """);
        OWN.put("notes", """
            select text, at::text from contact_notes
            where contact_id = :contact and workspace_id = :workspace order by id\
            """);
        OWN.put("history", """
            select kind, detail, at::text from contact_history
            where contact_id = :contact and workspace_id = :workspace order by id\
            """);
    }

    private final JdbcClient jdbc;
    private final ObjectProvider<PersonData> others;

    AudienceData(JdbcClient jdbc, ObjectProvider<PersonData> others) {
        this.jdbc = jdbc;
        this.others = others;
    }

    /** By what it is, in an order for reading. */
    public Map<String, List<Map<String, @Nullable Object>>> of(ContactId contact) {
        var all = new LinkedHashMap<String, List<Map<String, @Nullable Object>>>();
        OWN.forEach((name, sql) -> all.put(
                name,
                jdbc.sql(sql)
                        .param("contact", contact.value())
                        .param("workspace", WorkspaceScope.current().value())
                        .query()
                        .listOfRows()));
        others.forEach(each -> all.put(each.name(), each.of(contact)));
        return all;
    }
}
