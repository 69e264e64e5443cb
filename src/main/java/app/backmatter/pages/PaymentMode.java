package app.backmatter.pages;

/** Tells every workspace page whether payments move money. The module that takes payments answers. */
public interface PaymentMode {
    boolean isSandbox();
}
