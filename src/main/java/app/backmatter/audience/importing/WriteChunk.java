package app.backmatter.audience.importing;

import app.backmatter.audience.ContactId;
import app.backmatter.audience.ContactUnsubscribed;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes some rows of a list in one transaction: people, what is told of them, rows that nobody is taken from, and how far
 * the import is. So a killed import goes on behind the last rows that count.
 */
@Component
class WriteChunk {
    private final ImportRecords records;
    private final KnownPeople known;
    private final NewPeople added;
    private final ChangedPeople changed;
    private final RejectedRows rejected;
    private final ApplicationEventPublisher events;

    WriteChunk(
            ImportRecords records,
            KnownPeople known,
            NewPeople added,
            ChangedPeople changed,
            RejectedRows rejected,
            ApplicationEventPublisher events) {
        this.records = records;
        this.known = known;
        this.added = added;
        this.changed = changed;
        this.rejected = rejected;
        this.events = events;
    }

    /**
     * @param before how many rows were taken when these were read
     * @param look whether to look who of them is on the list; without it, who is makes it fail
     * @throws org.springframework.dao.DuplicateKeyException when one of them is on the list, or came to it in the same
     *     instant: once more, with a look
     */
    @Transactional
    public Taken write(ImportId id, long before, List<Row> rows, boolean look, Instant now) {
        records.commitSoon();
        return records.lock(id)
                .filter(found ->
                        found.state() == ImportState.RUNNING && found.counts().read() == before)
                .map(found -> write(found, rows, look, now))
                .orElse(Taken.NOT);
    }

    private Taken write(ListImport list, List<Row> rows, boolean look, Instant now) {
        var entries = rows.stream()
                .mapMulti((Row row, java.util.function.Consumer<Row.Entry> found) -> {
                    if (row instanceof Row.Entry entry) {
                        found.accept(entry);
                    }
                })
                .toList();
        var people = look ? known.among(entries) : HashMap.<EmailAddress, Person>newHashMap(entries.size());
        var taken = people.isEmpty() ? Taken.WITH_NOBODY_KNOWN : Taken.WITH_PEOPLE_KNOWN;
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (var entry : entries) {
            var person = people.computeIfAbsent(entry.email(), Person::unknown);
            outcomes.merge(person.meet(entry, list.begun()), 1, Integer::sum);
        }
        rejected.add(list, rows);
        outcomes.merge(Outcome.REJECTED, rows.size() - entries.size(), Integer::sum);
        save(list, people.values(), now);
        records.count(list.id(), Counts.of(outcomes));
        return taken;
    }

    private void save(ListImport list, Collection<Person> people, Instant now) {
        added.add(list, people.stream().filter(person -> person.isNew).toList(), now);
        var old = people.stream().filter(Person::isChanged).toList();
        if (!old.isEmpty()) {
            changed.change(list, old, now);
            old.stream()
                    .filter(Person::hasLeft)
                    .map(person -> new ContactUnsubscribed(new ContactId(person.id), WorkspaceScope.current(), now))
                    .forEach(events::publishEvent);
        }
    }
}
