package app.backmatter.funnels.passage;

/** More sign-ups wait than can be written soon. The reader should try again in a moment. */
public final class TooManySignUps extends RuntimeException {
    TooManySignUps() {
        super("Too many sign-ups are waiting", null, false, false);
    }
}
