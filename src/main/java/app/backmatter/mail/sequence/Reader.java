package app.backmatter.mail.sequence;

import app.backmatter.audience.ContactId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody in a sequence, on the way from step to step. */
final class Reader {
    private final UUID enrolment;
    private final ContactId contact;
    /** The place of the step that comes next; that behind the last one is the end. */
    private int place;

    /** Since when the reader rests at a wait; absent before that. */
    private @Nullable Instant since;

    private Instant due;
    private boolean rests;
    private @Nullable Ended ended;

    Reader(UUID enrolment, ContactId contact, int place, @Nullable Instant since, Instant due) {
        this.enrolment = enrolment;
        this.contact = contact;
        this.place = place;
        this.since = since;
        this.due = due;
    }

    UUID enrolment() {
        return enrolment;
    }

    ContactId contact() {
        return contact;
    }

    boolean isAt(int asked) {
        return place == asked && !rests && ended == null;
    }

    int place() {
        return place;
    }

    @Nullable
    Instant since() {
        return since;
    }

    Instant due() {
        return due;
    }

    @Nullable
    Ended ended() {
        return ended;
    }

    /** Since when the reader is at this step. */
    Instant cameAt() {
        return due;
    }

    boolean hasRested() {
        return since != null;
    }

    void rest(Instant from, Instant until) {
        since = from;
        due = until;
        rests = true;
    }

    void goOn(int to, Instant now) {
        place = to;
        since = null;
        due = now;
    }

    void leave(Ended why) {
        ended = why;
    }
}
