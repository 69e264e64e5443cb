package app.backmatter.funnels.domain;

/** A guard says that something must be mended first. Nothing was published. */
public final class NotPublishable extends RuntimeException {
    NotPublishable() {
        super("Something must be mended before publication", null, false, false);
    }
}
