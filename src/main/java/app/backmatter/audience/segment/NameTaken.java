package app.backmatter.audience.segment;

/** Another of the workspace has that name. */
public class NameTaken extends RuntimeException {
    NameTaken(Throwable cause) {
        super("The name is taken", cause);
    }
}
