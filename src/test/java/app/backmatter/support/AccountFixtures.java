package app.backmatter.support;

import app.backmatter.accounts.AccountId;
import app.backmatter.accounts.Role;
import app.backmatter.accounts.Workspaces;
import app.backmatter.accounts.domain.ChangeSettings;
import app.backmatter.accounts.domain.NewWorkspace;
import app.backmatter.accounts.domain.OpenWorkspace;
import app.backmatter.accounts.domain.SignInAccounts;
import app.backmatter.accounts.domain.WorkspaceSettings;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Ids;
import java.time.ZoneId;
import java.util.Currency;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Makes workspaces and people for tests, committed at once. Each test makes its own:
 *
 * <pre>{@code
 * var workspace = fixtures.workspace();
 * mvc.perform(get(workspace.path("/books")).with(workspace.owner().signedIn()));
 * HttpRequest.newBuilder(uri).header("Cookie", workspace.owner().cookie());
 * }</pre>
 */
public class AccountFixtures {
    /** The password of every person that is made here. */
    public static final String PASSWORD = "correct horse battery";
    // bcrypt of the above at its lowest cost: tests sign in often
    private static final String HASH = "{bcrypt}$2a$04$tXRbw2BecJxdNpsc59y4UekFZwkIbns6nFmET4OVknhgRh8mdKTJ.";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final JdbcClient jdbc;
    private final OpenWorkspace openWorkspace;
    private final ChangeSettings changeSettings;
    private final Workspaces workspaces;
    private final SignInAccounts accounts;
    private final SessionRepository<? extends Session> sessions;

    AccountFixtures(
            JdbcClient jdbc,
            OpenWorkspace openWorkspace,
            ChangeSettings changeSettings,
            Workspaces workspaces,
            SignInAccounts accounts,
            SessionRepository<? extends Session> sessions) {
        this.jdbc = jdbc;
        this.openWorkspace = openWorkspace;
        this.changeSettings = changeSettings;
        this.workspaces = workspaces;
        this.accounts = accounts;
        this.sessions = sessions;
        // while nobody has an account, every page leads to the set-up
        person(false);
    }

    /** A new, empty workspace in US dollars with one owner, who is no admin. */
    /** One whose author may write to many: with the postal address that stands under such mails. */
    public TestWorkspace publishingWorkspace() {
        var workspace = workspace();
        var view = workspaces.get(workspace.id());
        changeSettings.change(
                view,
                new WorkspaceSettings(
                        view.name(),
                        view.senderName(),
                        new EmailAddress(view.senderAddress()),
                        "1 Street, Town",
                        view.currency(),
                        view.timeZone(),
                        view.locale()));
        return workspace;
    }

    public TestWorkspace workspace() {
        var owner = person(false);
        var workspace = new NewWorkspace(
                "Ada Quill " + COUNT.incrementAndGet(),
                Currency.getInstance("USD"),
                ZoneId.of("America/New_York"),
                owner.email().value(),
                false);
        var id = openWorkspace.open(workspace, owner.id());
        return new TestWorkspace(id, workspaces.get(id).slug(), owner);
    }

    /** One more member of the workspace. */
    public TestPerson member(TestWorkspace workspace, Role role) {
        var person = person(false);
        jdbc.sql("""
            insert into memberships (id, workspace_id, account_id, role, joined_at)
            values (?, ?, ?, ?, now())
            """)
                .params(Ids.next(), workspace.id().value(), person.id().value(), role.name())
                .update();
        return person;
    }

    /** An admin of the installation, member of no workspace. */
    public TestPerson admin() {
        return person(true);
    }

    /** An account without any workspace. */
    public TestPerson stranger() {
        return person(false);
    }

    private TestPerson person(boolean admin) {
        var id = AccountId.next();
        var email = new EmailAddress("person-" + id + "@example.org");
        jdbc.sql("insert into accounts values (?, ?, 'Ada Quill', ?, ?, now())")
                .params(id.value(), email.value(), HASH, admin)
                .update();
        return new TestPerson(id, email, accounts.get(id), sessions);
    }
}
