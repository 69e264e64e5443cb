package app.backmatter.pages;

/** Tells whether payments of the workspace in scope move money; outside of one those of the installation. The module that takes payments answers. */
public interface PaymentMode {
    /** Whether a sandbox of our own plays the processor. */
    boolean isSandbox();

    /** Whether a processor is asked in its test mode. */
    boolean isTest();
}
