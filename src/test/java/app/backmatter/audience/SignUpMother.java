package app.backmatter.audience;

import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Source;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;

/** Sign-ups for tests, told apart by what matters to them. */
public record SignUpMother(
        WorkspaceId workspace,
        String email,
        String firstName,
        String origin,
        Source source,
        boolean doubleOptIn,
        Instant at) {
    public static SignUpMother ana(WorkspaceId workspace, Instant at) {
        return new SignUpMother(workspace, "ana@example.com", "", "/p/ana/gift", Source.DIRECT, true, at);
    }

    public SignUpMother in(WorkspaceId other) {
        return new SignUpMother(other, email, firstName, origin, source, doubleOptIn, at);
    }

    public SignUpMother withEmail(String other) {
        return new SignUpMother(workspace, other, firstName, origin, source, doubleOptIn, at);
    }

    public SignUpMother named(String name) {
        return new SignUpMother(workspace, email, name, origin, source, doubleOptIn, at);
    }

    public SignUpMother at(String page) {
        return new SignUpMother(workspace, email, firstName, page, source, doubleOptIn, at);
    }

    public SignUpMother from(Source other) {
        return new SignUpMother(workspace, email, firstName, origin, other, doubleOptIn, at);
    }

    public SignUpMother singleOptIn() {
        return new SignUpMother(workspace, email, firstName, origin, source, false, at);
    }

    public SignUp build() {
        return new SignUp(
                workspace,
                new EmailAddress(email),
                firstName,
                "Send me the letters.",
                origin,
                source,
                "",
                doubleOptIn,
                at);
    }
}
