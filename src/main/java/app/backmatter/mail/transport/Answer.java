package app.backmatter.mail.transport;

/** What the mail server said to one message. */
public sealed interface Answer {
    record Accepted() implements Answer {}

    /** For good: this recipient, or this content for this recipient. */
    record Refused(String reply) implements Answer {}

    /** For now: this recipient's mailbox or domain is full, busy or wary. */
    record Postponed(String reply) implements Answer {}

    /** It takes nothing from this sender: our own mistake, and the same for every recipient. */
    record SenderRefused(String reply) implements Answer {}
}
