package app.backmatter.mail.domain;

/** Where a broadcast stands. Only a draft can be changed. */
public enum BroadcastState {
    DRAFT,
    SCHEDULED,
    SENDING,
    PAUSED,
    CANCELLED,
    SENT
}
