package app.backmatter.reports.domain;

import app.backmatter.reports.Tally;
import java.util.UUID;

/** What readers from one source did on one step. */
record StepTally(UUID funnel, UUID step, SourceKey source, Tally tally) {}
