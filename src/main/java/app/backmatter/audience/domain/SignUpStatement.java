package app.backmatter.audience.domain;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactStatus;
import app.backmatter.audience.SignUp;
import app.backmatter.audience.SignedUp;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import app.backmatter.shared.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Contact, consent and history of many sign-ups in one statement. The upsert locks each contact and sees its latest
 * state, so that of any number of equal sign-ups at the same time exactly one adds the consent.
 */
@Component
class SignUpStatement {
    private static final String SQL = """
        with given as (
            select *, hashtextextended(consent || chr(31) || origin, 0) as mark
            from unnest(:ids, :workspaces, :emails, :names, :zones, :statuses, :kinds, :sources, :labels, :consents, :origins, :ats)
                as g (id, workspace_id, email, first_name, time_zone, status, kind, source, label, consent, origin, at)
        ), saved as (
            insert into contacts as c (id, workspace_id, email, first_name, time_zone, status, status_at, consent_mark,
                first_source_kind, first_source_id, first_source_label,
                last_source_kind, last_source_id, last_source_label, last_source_at, joined_at,
                consented_at, consent_origins)
            select id, workspace_id, email, first_name, nullif(time_zone, ''), status, at, mark,
                kind, source, label, kind, source, label, at, at, at, array[origin]
            from given
            on conflict (workspace_id, email) do update set
                first_name = case when excluded.first_name = '' or (c.status = 'SUBSCRIBED' and c.first_name <> '')
                    then c.first_name else excluded.first_name end,
                time_zone = coalesce(excluded.time_zone, c.time_zone),
                status = case c.status when 'SUBSCRIBED' then 'SUBSCRIBED' when 'UNSUBSCRIBED' then 'PENDING'
                    else excluded.status end,
                status_at = case when c.status in (excluded.status, 'SUBSCRIBED') then c.status_at
                    else excluded.status_at end,
                consent_mark = excluded.consent_mark,
                consented_at = case when c.consent_mark = excluded.consent_mark then c.consented_at
                    else excluded.consented_at end,
                consent_origins = case when c.consent_origins @> excluded.consent_origins then c.consent_origins
                    else c.consent_origins || excluded.consent_origins end,
                last_source_kind = case when excluded.last_source_kind = 'DIRECT' then c.last_source_kind
                    else excluded.last_source_kind end,
                last_source_id = case when excluded.last_source_kind = 'DIRECT' then c.last_source_id
                    else excluded.last_source_id end,
                last_source_label = case when excluded.last_source_kind = 'DIRECT' then c.last_source_label
                    else excluded.last_source_label end,
                last_source_at = case when excluded.last_source_kind = 'DIRECT' then c.last_source_at
                    else excluded.last_source_at end
            returning new.id, new.workspace_id, new.email, new.status,
                old.consent_mark is distinct from new.consent_mark as agreed
        ), consented as (
            insert into consents (workspace_id, contact_id, kind, text, origin, at)
            select s.workspace_id, s.id, 'GIVEN', g.consent, g.origin, g.at
            from saved s join given g using (workspace_id, email) where s.agreed
        ), tagged as (
            insert into contact_tags (contact_id, workspace_id, tag, at)
            select distinct s.id, s.workspace_id, r.tag, g.at
            from saved s join given g using (workspace_id, email)
            join tag_rules r on r.workspace_id = s.workspace_id and r.event = 'SIGNED_UP' and r.subject = g.origin
            where s.agreed on conflict do nothing
        ), awaited as (
            insert into occasions (workspace_id, contact_id, event, subject)
            select s.workspace_id, s.id, w.event, w.subject
            from saved s join given g using (workspace_id, email)
            join awaited_occasions w on w.workspace_id = s.workspace_id and w.event = 'SIGNED_UP'
                and (w.subject = '' or w.subject in (g.origin, g.source::text))
            where s.agreed and s.status = 'SUBSCRIBED'
        ), told as (
            insert into contact_events (workspace_id, contact_id, kind, detail, at)
            select s.workspace_id, s.id, 'signed-up', g.origin, g.at
            from saved s join given g using (workspace_id, email) where s.agreed
        )
        select workspace_id, email, id, status from saved\
        """;

    private final JdbcClient jdbc;

    SignUpStatement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param signUps of different people, in the order in which their rows are locked */
    Map<RecordSignUps.Person, SignedUp> run(Collection<SignUp> signUps) {
        var answers = HashMap.<RecordSignUps.Person, SignedUp>newHashMap(signUps.size());
        jdbc.sql(SQL)
                .param("ids", array("uuid", signUps, signUp -> Ids.next()))
                .param(
                        "workspaces",
                        array("uuid", signUps, signUp -> signUp.workspace().value()))
                .param("emails", array("text", signUps, signUp -> signUp.email().value()))
                .param("names", array("text", signUps, SignUp::firstName))
                .param("zones", array("text", signUps, SignUp::timeZone))
                .param("statuses", array("text", signUps, SignUpStatement::statusOf))
                .param("kinds", array("text", signUps, signUp -> signUp.source().kind()))
                .param(
                        "sources",
                        array("uuid", signUps, signUp -> signUp.source().id()))
                .param(
                        "labels",
                        array("text", signUps, signUp -> signUp.source().label()))
                .param("consents", array("text", signUps, SignUp::consentText))
                .param("origins", array("text", signUps, SignUp::origin))
                .param("ats", array("timestamptz", signUps, SignUp::at))
                .query(row -> {
                    answers.put(person(row), answer(row));
                });
        return answers;
    }

    private static ContactStatus statusOf(SignUp signUp) {
        return signUp.doubleOptIn() ? ContactStatus.PENDING : ContactStatus.SUBSCRIBED;
    }

    private static SqlArrayValue array(
            String type, Collection<SignUp> signUps, Function<SignUp, ? extends @Nullable Object> column) {
        return new SqlArrayValue(
                type,
                signUps.stream()
                        .map(column)
                        .map(value -> value == null ? null : value.toString())
                        .toArray());
    }

    private static RecordSignUps.Person person(ResultSet row) throws SQLException {
        return new RecordSignUps.Person(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)), new EmailAddress(row.getString("email")));
    }

    private static SignedUp answer(ResultSet row) throws SQLException {
        return new SignedUp(
                new ContactId(row.getObject("id", UUID.class)), ContactStatus.valueOf(row.getString("status")));
    }
}
