package app.backmatter.funnels.passage;

import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.links.Visitor;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import java.time.Instant;
import java.util.List;

/**
 * A well-formed opt-in form on its way to the database.
 *
 * @param page the public page that it was sent from, from the first slash
 * @param timeZone as the browser named it; empty when not told
 * @param coupon a code that the page's address brought; empty for none
 */
public record OptInRequest(
        PublishedRevision revision,
        OptIn step,
        String page,
        EmailAddress email,
        String firstName,
        String timeZone,
        Source source,
        String coupon,
        Visitor visitor,
        Instant at) {
    /** What a second click on the same button has in common with the first. */
    Object sameClick() {
        return List.of(revision.id(), email, firstName, visitor.key());
    }
}
