package app.backmatter.mail;

/**
 * A sequence as others see it.
 *
 * @param mails how many it has
 */
public record SequenceView(SequenceId id, String name, SequencePurpose purpose, int mails) {}
