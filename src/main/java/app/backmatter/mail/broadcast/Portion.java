package app.backmatter.mail.broadcast;

import app.backmatter.audience.Recipient;
import java.util.List;

/**
 * Readers of one batch.
 *
 * @param subject that they get; 0 is the first
 * @param sample whether the subjects are tried on them
 */
record Portion(int subject, boolean sample, List<Recipient> readers) {}
