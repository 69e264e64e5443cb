package app.backmatter.audience.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.backmatter.audience.Audience;
import app.backmatter.audience.SignUpMother;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import app.backmatter.storage.Files;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.TestWorkspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wherever an import is cut off, and into whatever chunks it falls, it ends the same. */
@BackmatterTest
class ChunksTests {
    private static final List<String> STATUSES = List.of(
            "subscribed", "active", "", "unconfirmed", "unsubscribed", "cleaned", "complained", "transactional");

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    Audience audience;

    @Autowired
    Files files;

    @Autowired
    Imports imports;

    @Autowired
    ImportRecords records;

    @Autowired
    WriteChunk write;

    @Autowired
    EndImport end;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void endsTheSameHoweverItWasCutOff(long seed) throws IOException {
        var list = list(new Random(seed));
        var whole = people(seed);
        var cut = people(seed);
        var left = who(whole, "status = 'UNSUBSCRIBED'");

        var counts = run(whole, list, 10_000, false);

        assertThat(run(cut, list, 1 + new Random(seed).nextInt(40), true)).isEqualTo(counts);
        assertThat(who(cut, "true")).isEqualTo(who(whole, "true"));
        assertThat(counts.read()).isEqualTo(list.lines().count() - 1);
        assertThat(counts.read())
                .isEqualTo(counts.added()
                        + counts.held()
                        + counts.updated()
                        + counts.unchanged()
                        + counts.leftAlone()
                        + counts.suppressed()
                        + counts.rejected());
        assertThat(counts.added()).as("new rows in the table").isPositive();
        assertThat(left).isNotEmpty();
        assertThat(who(cut, "status = 'UNSUBSCRIBED'")).containsAll(left);
        assertThat(jdbc.sql("select count(*) from rejected_rows where workspace_id = ?")
                        .param(cut.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(counts.rejected());
        assertThat(jdbc.sql("""
            select count(*) from contacts c where workspace_id = ? and status = 'SUBSCRIBED' and not exists (
                select from contact_consents s
                where s.contact_id = c.id and s.workspace_id = c.workspace_id and s.kind = 'GIVEN')
            """).param(cut.id().value()).query(Long.class).single())
                .as("subscribed without a consent")
                .isZero();
    }

    @Test
    void looksForPeopleAgainAfterAWrongGuess() {
        var newcomers = new Newcomers();
        assertThat(newcomers.areExpected()).as("at first").isFalse();
        newcomers.saw(Taken.WITH_NOBODY_KNOWN);
        assertThat(newcomers.areExpected()).isTrue();
        newcomers.wereNot();
        newcomers.saw(Taken.WITH_NOBODY_KNOWN);
        assertThat(newcomers.areExpected()).as("so soon").isFalse();
        newcomers.saw(Taken.WITH_NOBODY_KNOWN);
        assertThat(newcomers.areExpected()).isTrue();
        newcomers.saw(Taken.WITH_PEOPLE_KNOWN);
        assertThat(newcomers.areExpected()).isFalse();
    }

    @Test
    void twoNodesNeverTakeTheSameRowsTwice() throws IOException {
        var workspace = fixtures.workspace();
        var id = started(workspace, "Email,Status\nana@example.com,active\nben@example.com,active\n");
        WorkspaceScope.run(workspace.id(), () -> {
            var rows = next(id, 1);
            assertThat(write.write(id, 0, rows, true, Instant.now())).isEqualTo(Taken.WITH_NOBODY_KNOWN);
            assertThat(write.write(id, 0, rows, true, Instant.now())).isEqualTo(Taken.NOT);
            var rest = next(id, 1);
            end.cancel(id);
            assertThat(write.write(id, 1, rest, true, Instant.now()))
                    .as("stopped")
                    .isEqualTo(Taken.NOT);
            assertThat(imports.get(id.value()).counts().read()).isEqualTo(1);
        });
        assertThat(who(workspace, "true")).hasSize(1);
    }

    private Counts run(TestWorkspace workspace, String list, int atOnce, boolean dies) throws IOException {
        var id = started(workspace, list);
        return WorkspaceScope.call(workspace.id(), () -> {
            for (var rows = next(id, atOnce); !rows.isEmpty(); rows = next(id, atOnce)) {
                var chunk = rows;
                long before = imports.get(id.value()).counts().read();
                if (dies) {
                    transaction.executeWithoutResult(status -> {
                        write.write(id, before, chunk, true, Instant.now());
                        status.setRollbackOnly();
                    });
                }
                assertThat(guess(id, before, chunk)).isNotEqualTo(Taken.NOT);
            }
            end.finish(id);
            return imports.get(id.value()).counts();
        });
    }

    /** That nobody of them is on the list, which is often wrong here. */
    private Taken guess(ImportId id, long before, List<Row> rows) {
        try {
            return write.write(id, before, rows, false, Instant.now());
        } catch (DuplicateKeyException e) {
            assertThat(imports.get(id.value()).counts().read()).isEqualTo(before);
            return write.write(id, before, rows, true, Instant.now());
        }
    }

    /** As a process that knows nothing of the one before finds them. */
    private List<Row> next(ImportId id, int most) {
        var list = imports.get(id.value());
        try (var file = ListFile.open(list.fileName(), files.open(list.file()));
                var rows = new Rows(ReadList.of(file), list.plan(), list.begun())) {
            rows.skip(list.counts().read());
            return rows.next(most);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ImportId started(TestWorkspace workspace, String list) {
        return WorkspaceScope.call(workspace.id(), () -> {
            var content = new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8));
            var id = imports.draft(files.store("list.csv", content).id());
            var plan = imports.get(id.value()).plan();
            records.plan(id, new Plan(plan.fields(), plan.rest(), List.of("imported"), "They agreed."));
            records.start(id, Instant.now());
            return id;
        });
    }

    private static String list(Random random) {
        var text = new StringBuilder("Email,First name,Status,Tags,Country,Unsubscribed at\n");
        for (int row = 0; row < 300; row++) {
            var email = random.nextInt(12) == 0 ? "nobody" : "reader" + random.nextInt(90) + "@example.com";
            text.append(random.nextBoolean() ? email : email.toUpperCase())
                    .append(random.nextBoolean() ? ",Ana," : ",,")
                    .append(STATUSES.get(random.nextInt(12) < 7 ? 0 : random.nextInt(STATUSES.size())))
                    .append(random.nextInt(3) == 0 ? ",\"fan, t" + random.nextInt(3) + "\"," : ",,")
                    .append(random.nextBoolean() ? "Norway," : ",")
                    .append(random.nextInt(40) == 0 ? "2024-01-01" : "")
                    .append('\n');
        }
        return text.toString();
    }

    /** A workspace with people in all states, the same for the same seed. */
    private TestWorkspace people(long seed) {
        var workspace = fixtures.workspace();
        var random = new Random(seed);
        WorkspaceScope.run(workspace.id(), () -> {
            for (int person = 0; person < 40; person++) {
                var signUp =
                        SignUpMother.ana(workspace.id(), Instant.now()).withEmail("reader" + person + "@example.com");
                var id = audience.signUp(List.of((random.nextBoolean() ? signUp.singleOptIn() : signUp).build()))
                        .getFirst()
                        .contact();
                if (random.nextInt(3) == 0) {
                    audience.unsubscribe(id, "author", Instant.now());
                }
            }
            for (int person = 40; person < 50; person++) {
                audience.buyer(
                        new EmailAddress("reader" + person + "@example.com"),
                        "",
                        app.backmatter.shared.Source.DIRECT,
                        Instant.now(),
                        Instant.now());
            }
        });
        return workspace;
    }

    private Set<String> who(TestWorkspace workspace, String condition) {
        return new TreeSet<>(jdbc.sql("""
            select concat_ws(' ', email, status, first_name, country, c.tags,
                (select array_agg(tag order by tag) from contact_tags t where t.contact_id = c.id and t.workspace_id = c.workspace_id))
            from contacts c where workspace_id = ? and (%s)
            """.formatted(condition))
                .param(workspace.id().value())
                .query(String.class)
                .list());
    }
}
