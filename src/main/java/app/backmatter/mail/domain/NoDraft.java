package app.backmatter.mail.domain;

/** The broadcast is on its way or has ended: what it says stays as it is. */
public final class NoDraft extends RuntimeException {
    NoDraft() {
        super("Only a draft can be changed");
    }
}
