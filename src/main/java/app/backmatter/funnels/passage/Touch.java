package app.backmatter.funnels.passage;

import app.backmatter.shared.Source;
import java.time.Instant;

/** That a source brought a reader, and when. */
record Touch(Source source, Instant at) {}
