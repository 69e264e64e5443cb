package app.backmatter.mail.domain;

/** Where a message is on its way. */
public enum MessageState {
    QUEUED,
    SENDING,
    SENT,
    KEPT,
    FAILED,
    CANCELLED
}
