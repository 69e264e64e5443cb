package app.backmatter.mail.domain;

/** A mail as it leaves. */
record WrittenLetter(String subject, String html, String text) {}
