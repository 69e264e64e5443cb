package app.backmatter.audience.importing;

import app.backmatter.audience.ContactStatus;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one address while rows are gone through: the rules of the import. Who left stays away, whatever later
 * rows say; who is subscribed stays so unless a row says that they left; and who waits for the button in a confirmation
 * mail waits on, for anybody can type an address.
 */
final class Person {
    final UUID id;
    final EmailAddress email;
    final boolean isNew;
    private final boolean waitsForImport;
    private final Set<String> tagsBefore;
    private final Set<String> tags;

    private @Nullable ContactStatus status;
    private String firstName;
    private String country;
    private @Nullable Standing arrivedAs;
    private @Nullable Instant arrivedAt;
    private @Nullable Instant agreedAt;
    private boolean isChanged;
    private boolean hasLeft;

    private Person(
            UUID id,
            EmailAddress email,
            @Nullable ContactStatus status,
            String firstName,
            String country,
            boolean waitsForImport,
            Set<String> tags) {
        this.id = id;
        this.email = email;
        this.status = status;
        this.firstName = firstName;
        this.country = country;
        this.waitsForImport = waitsForImport;
        isNew = status == null;
        tagsBefore = Set.copyOf(tags);
        this.tags = new LinkedHashSet<>(tags);
    }

    static Person unknown(EmailAddress email) {
        return new Person(Ids.next(), email, null, "", "", false, Set.of());
    }

    /** @param waitsForImport whether an earlier import held this person, and nothing happened since */
    static Person known(
            UUID id,
            EmailAddress email,
            ContactStatus status,
            String firstName,
            String country,
            boolean waitsForImport,
            Set<String> tags) {
        return new Person(id, email, status, firstName, country, waitsForImport, tags);
    }

    /** @param now stands for the time that a row does not tell */
    Outcome meet(Row.Entry row, Instant now) {
        var at = row.at() == null ? now : row.at();
        if (row.standing().isAway()) {
            leave(row.standing(), at);
            return Outcome.SUPPRESSED;
        }
        if (status == ContactStatus.UNSUBSCRIBED) {
            return Outcome.LEFT_ALONE;
        }
        if (status == null) {
            arrive(row.standing(), at);
            learn(row);
            return status == ContactStatus.SUBSCRIBED ? Outcome.ADDED : Outcome.HELD;
        }
        boolean changes = agree(row.standing(), at) | learn(row);
        isChanged |= changes;
        return changes ? Outcome.UPDATED : Outcome.UNCHANGED;
    }

    private void arrive(Standing standing, Instant at) {
        status = standing == Standing.SUBSCRIBED ? ContactStatus.SUBSCRIBED : ContactStatus.PENDING;
        arrivedAs = standing;
        arrivedAt = at;
    }

    private void leave(Standing standing, Instant at) {
        if (status == ContactStatus.UNSUBSCRIBED) {
            return;
        }
        status = ContactStatus.UNSUBSCRIBED;
        if (isNew) {
            arrivedAs = standing;
            arrivedAt = at;
        } else {
            isChanged = true;
            hasLeft = true;
        }
    }

    private boolean agree(Standing standing, Instant at) {
        boolean mayAgree = status == ContactStatus.CUSTOMER
                || status == ContactStatus.PENDING && (waitsForImport || arrivedAs == Standing.HELD);
        if (standing != Standing.SUBSCRIBED || !mayAgree) {
            return false;
        }
        if (isNew) {
            arrive(standing, at);
        } else {
            status = ContactStatus.SUBSCRIBED;
            agreedAt = at;
        }
        return true;
    }

    /** What is known stays; what is not is filled in. */
    private boolean learn(Row.Entry row) {
        boolean learns = false;
        if (firstName.isEmpty() && !row.firstName().isEmpty()) {
            firstName = row.firstName();
            learns = true;
        }
        if (country.isEmpty() && !row.country().isEmpty()) {
            country = row.country();
            learns = true;
        }
        return tags.addAll(row.tags()) | learns;
    }

    boolean isChanged() {
        return isChanged;
    }

    /** Whether a known person is taken off the list by these rows. */
    boolean hasLeft() {
        return hasLeft;
    }

    /** When a known person agreed, by these rows; absent when they change nothing about that. */
    @Nullable
    Instant agreedAt() {
        return agreedAt;
    }

    ContactStatus status() {
        return status == null ? ContactStatus.PENDING : status;
    }

    Standing arrivedAs() {
        return arrivedAs == null ? Standing.HELD : arrivedAs;
    }

    Instant arrivedAt(Instant now) {
        return arrivedAt == null ? now : arrivedAt;
    }

    String firstName() {
        return firstName;
    }

    String country() {
        return country;
    }

    Set<String> newTags() {
        var added = new HashSet<>(tags);
        added.removeAll(tagsBefore);
        return added;
    }
}
