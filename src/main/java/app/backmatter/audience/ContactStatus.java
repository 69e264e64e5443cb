package app.backmatter.audience;

/** Whether a contact gets marketing mail: not yet confirmed, yes, or left. */
public enum ContactStatus {
    PENDING,
    SUBSCRIBED,
    UNSUBSCRIBED
}
