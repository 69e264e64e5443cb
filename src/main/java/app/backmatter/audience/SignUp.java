package app.backmatter.audience;

import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;

/**
 * One person's consent, given on a form.
 *
 * @param consentText the sentence that stood beside the button
 * @param origin the page that it stood on, from the first slash
 * @param timeZone as the browser named it; empty when not told
 * @param doubleOptIn whether the address must be confirmed by a mail before marketing mail goes there
 */
public record SignUp(
        WorkspaceId workspace,
        EmailAddress email,
        String firstName,
        String consentText,
        String origin,
        Source source,
        String timeZone,
        boolean doubleOptIn,
        Instant at) {}
