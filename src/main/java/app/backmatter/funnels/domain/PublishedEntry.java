package app.backmatter.funnels.domain;

/**
 * What stands at a funnel's public address now.
 *
 * @param closed whether its author withdrew it: new readers are told so, readers inside go on
 */
public record PublishedEntry(PublishedRevision revision, boolean closed) {}
