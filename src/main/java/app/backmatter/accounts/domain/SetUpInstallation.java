package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first account, which runs the installation, and its workspace. Works once in an installation's life. */
@Service
public class SetUpInstallation {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final OpenWorkspace openWorkspace;

    SetUpInstallation(JdbcClient jdbc, Accounts accounts, PasswordEncoder passwords, OpenWorkspace openWorkspace) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.openWorkspace = openWorkspace;
    }

    /** @return false when somebody else was first; then nothing was made */
    @Transactional
    public boolean setUp(NewAccount account, NewWorkspace workspace) {
        // two posts at once: the second waits here and then finds the first one's account
        jdbc.sql("lock table accounts in exclusive mode").update();
        if (!accounts.areNone()) {
            return false;
        }
        var admin = new Account(
                AccountId.next(), account.email(), account.name(), passwords.encode(account.password()), true);
        accounts.add(admin);
        openWorkspace.open(workspace, admin.id());
        return true;
    }
}
