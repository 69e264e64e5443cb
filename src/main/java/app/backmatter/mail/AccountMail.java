package app.backmatter.mail;

import java.time.Instant;

/** A mail of the installation that could not be sent for want of a mail server. */
public record AccountMail(String to, String subject, String text, Instant at) {}
