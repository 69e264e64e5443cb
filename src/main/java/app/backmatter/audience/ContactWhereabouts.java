package app.backmatter.audience;

import java.util.List;

/** Where a contact of the workspace in scope is in what leads people on over time. The module that leads them provides it. */
public interface ContactWhereabouts {
    /**
     * @param name of what leads
     * @param words where the contact is in it
     */
    record Whereabouts(String name, String words) {}

    /** The latest first. */
    List<Whereabouts> of(ContactId contact);
}
