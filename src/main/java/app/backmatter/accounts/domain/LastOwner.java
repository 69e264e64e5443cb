package app.backmatter.accounts.domain;

/** A workspace without an owner could never be managed again. */
public final class LastOwner extends RuntimeException {
    private static final long serialVersionUID = 1;

    LastOwner() {
        super("The last owner stays", null, false, false);
    }
}
