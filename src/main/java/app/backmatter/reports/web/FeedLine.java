package app.backmatter.reports.web;

import java.time.Instant;

/**
 * Something that just happened.
 *
 * @param ago when, in words
 * @param href where there is more about it; empty for nowhere
 */
record FeedLine(Instant at, String ago, String text, boolean isSale, String href) {}
