package app.backmatter.mail.sequence;

/** Whoever carries mails away. */
public interface CarryMail {
    /** What is waiting by the end of this transaction. */
    void soon();
}
