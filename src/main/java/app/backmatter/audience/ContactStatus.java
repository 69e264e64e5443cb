package app.backmatter.audience;

/** Whether a contact gets marketing mail: not yet confirmed, yes, left, or bought without ever being asked. */
public enum ContactStatus {
    PENDING,
    SUBSCRIBED,
    UNSUBSCRIBED,
    CUSTOMER
}
