package app.backmatter.mail;

public record SequenceView(SequenceId id, String name, SequencePurpose purpose, int mails) {}
