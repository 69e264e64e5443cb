package app.backmatter.audience.importing;

import app.backmatter.database.WorkspaceScope;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes people whom the list did not have, with their tags. */
@Component
class NewPeople {
    private static final String CONTACTS = """
        contacts (id, workspace_id, email, first_name, status, status_at, consent_mark, first_source_kind,
            first_source_label, last_source_kind, last_source_label, last_source_at, joined_at, import_id, imported_as,
            country, consented_at, consent_origins, tags)
        """;

    private static final int CONTACT_COLUMNS = 19;
    private static final String TAGS = "contact_tags (contact_id, workspace_id, tag, at)";
    private static final int TAG_COLUMNS = 4;

    private final JdbcTemplate jdbc;

    NewPeople(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which sign-ups lock. */
    void add(ListImport list, List<Person> people, Instant now) {
        if (people.isEmpty()) {
            return;
        }
        var ordered = people.stream()
                .sorted(Comparator.comparing(person -> person.email.value()))
                .toList();
        var mark = mark(list);
        var workspace = WorkspaceScope.current().value();
        send(CONTACTS, rows -> {
            for (var person : ordered) {
                contact(rows, person, workspace, list, mark);
            }
        });
        if (ordered.stream().anyMatch(person -> !person.newTags().isEmpty())) {
            send(TAGS, rows -> tags(rows, ordered, workspace, now));
        }
    }

    private static void contact(CopyRows copy, Person person, UUID workspace, ListImport list, @Nullable Long mark)
            throws SQLException {
        var at = person.arrivedAt(list.begun());
        boolean agreed = person.arrivedAs() == Standing.SUBSCRIBED;
        copy.row(CONTACT_COLUMNS)
                .uuid(person.id)
                .uuid(workspace)
                .text(person.email.value())
                .text(person.firstName())
                .text(person.status().name())
                .time(at)
                .number(agreed ? mark : null)
                .text("DIRECT")
                .text("")
                .text("DIRECT")
                .text("")
                .time(at)
                .time(at)
                .uuid(list.id().value())
                .text(person.arrivedAs().name())
                .textOrNull(person.country())
                .time(agreed ? at : null)
                .texts(agreed ? List.of(list.origin()) : List.of())
                .texts(new TreeSet<>(person.newTags()));
    }

    private static void tags(CopyRows copy, List<Person> people, UUID workspace, Instant now) throws SQLException {
        for (var person : people) {
            for (var tag : person.newTags()) {
                copy.row(TAG_COLUMNS).uuid(person.id).uuid(workspace).text(tag).time(now);
            }
        }
    }

    /** Of the consent in force, as a sign-up would reckon it. */
    private @Nullable Long mark(ListImport list) {
        return jdbc.queryForObject(
                "select hashtextextended(? || chr(31) || ?, 0)",
                Long.class,
                list.plan().consent(),
                list.origin());
    }

    private void send(String into, CopyRows.Writer rows) {
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            CopyRows.send(connection, into, rows);
            return null;
        });
    }
}
