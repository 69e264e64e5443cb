package app.backmatter.mail.domain;

/** What the mail server said. */
sealed interface Handover {
    record Accepted() implements Handover {}

    /** For good: this recipient, or this content. */
    record Refused(String reply) implements Handover {}

    /** For now: it is away, busy, or rejects the sender. */
    record Postponed(String reason) implements Handover {}
}
