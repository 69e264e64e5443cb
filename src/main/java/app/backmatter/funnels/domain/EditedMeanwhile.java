package app.backmatter.funnels.domain;

/** Somebody saved another change between opening and saving the form. Nothing was written. */
public final class EditedMeanwhile extends RuntimeException {
    EditedMeanwhile() {
        super("The draft was changed meanwhile", null, false, false);
    }
}
