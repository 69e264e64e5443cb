package app.backmatter.audience.importing;

import app.backmatter.database.WorkspaceScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Writes what a list told of people whom we knew: each such line of their histories is a row of its own. */
@Component
class ChangedPeople {
    private static final String CHANGE = """
        with told as (
            select * from unnest(:ids, :statuses, :names, :countries, :agreed)
                as t (id, status, first_name, country, agreed_at)
        ), agreed as (
            insert into consents (workspace_id, contact_id, kind, text, origin, at)
            select :workspace, id, 'GIVEN', :consent, :origin, agreed_at from told where agreed_at is not null
        ), changed as (
            update contacts c set
                first_name = told.first_name,
                country = nullif(told.country, ''),
                consented_at = coalesce(told.agreed_at, c.consented_at),
                consent_origins = case when told.agreed_at is null or :origin = any(c.consent_origins)
                    then c.consent_origins else array_append(c.consent_origins, :origin) end,
                status = told.status,
                status_at = case when c.status = told.status then c.status_at else coalesce(told.agreed_at, :now) end,
                consent_mark = case when told.status = 'UNSUBSCRIBED' then null
                    when told.agreed_at is not null then hashtextextended(:consent || chr(31) || :origin, 0)
                    else c.consent_mark end
            from told where c.id = told.id and c.workspace_id = :workspace
            returning new.id, old.status <> new.status and new.status = 'UNSUBSCRIBED' as left
        ), withdrawn as (
            insert into consents (workspace_id, contact_id, kind, text, origin, at)
            select :workspace, id, 'WITHDRAWN', '', :origin, :now from changed where "left"
        )
        insert into contact_events (workspace_id, contact_id, kind, detail, at)
        select :workspace, id, case when "left" then 'unsubscribed' else 'imported' end,
            case when "left" then :origin else :file end, :now
        from changed
        """;

    private final JdbcClient jdbc;

    ChangedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void change(ListImport list, List<Person> people, Instant now) {
        jdbc.sql(CHANGE)
                .param(
                        "ids",
                        array("uuid", people.stream().map(person -> person.id).toList()))
                .param(
                        "statuses",
                        array("text", people.stream().map(Person::status).toList()))
                .param(
                        "names",
                        array("text", people.stream().map(Person::firstName).toList()))
                .param(
                        "countries",
                        array("text", people.stream().map(Person::country).toList()))
                .param(
                        "agreed",
                        array(
                                "timestamptz",
                                people.stream().map(Person::agreedAt).toList()))
                .param("workspace", WorkspaceScope.current().value())
                .param("consent", list.plan().consent())
                .param("origin", list.origin())
                .param("file", list.fileName())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        tag(people, now);
    }

    private void tag(List<Person> people, Instant now) {
        var ids = new ArrayList<Object>();
        var tags = new ArrayList<String>();
        for (var person : people) {
            person.newTags().forEach(tag -> {
                ids.add(person.id);
                tags.add(tag);
            });
        }
        if (tags.isEmpty()) {
            return;
        }
        jdbc.sql("""
            with given as (
                insert into contact_tags (contact_id, workspace_id, tag, at)
                select id, :workspace, tag, :now from unnest(:ids, :tags) as t (id, tag) on conflict do nothing
                returning contact_id, workspace_id, tag
            )
            insert into contact_events (workspace_id, contact_id, kind, detail, at)
            select workspace_id, contact_id, 'tagged', tag, :now from given
            """)
                .param("workspace", WorkspaceScope.current().value())
                .param("ids", array("uuid", ids))
                .param("tags", array("text", tags))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SqlArrayValue array(String type, List<?> values) {
        return new SqlArrayValue(
                type,
                values.stream()
                        .map(value -> value == null ? null : Objects.toString(value))
                        .toArray());
    }
}
