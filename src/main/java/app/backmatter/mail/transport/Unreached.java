package app.backmatter.mail.transport;

import java.io.IOException;

/** A server was not reached, or lets nobody in, and we know why. */
public final class Unreached extends IOException {
    private final Trouble.Kind kind;

    public Unreached(Trouble.Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    Trouble.Kind kind() {
        return kind;
    }
}
