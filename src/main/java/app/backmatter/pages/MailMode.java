package app.backmatter.pages;

/** Tells pages whether mails leave the installation. The module that sends mails answers. */
public interface MailMode {
    /** Whether a mail server is set; otherwise mails are kept. */
    boolean isSet();
}
