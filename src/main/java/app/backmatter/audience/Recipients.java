package app.backmatter.audience;

import app.backmatter.audience.domain.Mailable;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who may get a marketing mail, in the workspace in scope: subscribed, and confirmed where that was asked. */
@Service
public class Recipients {
    private final Mailable mailable;

    Recipients(Mailable mailable) {
        this.mailable = mailable;
    }

    /** How many there are now. */
    public long count(Addressed addressed) {
        return mailable.count(addressed);
    }

    /**
     * The next of them in the order of their ids, so that all are met once however long that takes.
     *
     * @param after the last one before; absent for the first
     */
    public List<Recipient> next(Addressed addressed, @Nullable ContactId after, int limit) {
        return mailable.next(addressed, after, limit);
    }

    /**
     * How many of them there are now by the clock that they live by: as their browsers told, else that of a country that
     * has one.
     *
     * @param otherwise where neither is known
     */
    public Map<ZoneId, Long> zones(Addressed addressed, ZoneId otherwise) {
        return mailable.zones(addressed, otherwise);
    }

    /** The clock that each of the contacts lives by. */
    public Map<ContactId, ZoneId> zones(Collection<ContactId> contacts, ZoneId otherwise) {
        return mailable.zones(contacts, otherwise);
    }

    /** Those of the contacts who may be mailed, in no order. */
    public List<Recipient> of(Collection<ContactId> contacts) {
        return mailable.of(contacts);
    }
}
