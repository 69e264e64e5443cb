package app.backmatter.accounts.domain;

import org.springframework.stereotype.Service;

/** Whether anybody has an account here yet. Once somebody has, the answer needs no database any more. */
@Service
public class Installation {
    private final Accounts accounts;
    private volatile boolean setUp;

    Installation(Accounts accounts) {
        this.accounts = accounts;
    }

    public boolean isSetUp() {
        if (!setUp) {
            setUp = !accounts.areNone();
        }
        return setUp;
    }
}
