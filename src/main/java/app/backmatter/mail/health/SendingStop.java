package app.backmatter.mail.health;

import java.time.Instant;

/** Sending is stopped since then, because so many of so many mails were bounces or complaints. */
public record SendingStop(Limit limit, long part, long whole, Instant at) {}
