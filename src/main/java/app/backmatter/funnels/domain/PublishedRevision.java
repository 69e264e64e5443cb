package app.backmatter.funnels.domain;

import app.backmatter.funnels.FunnelId;
import app.backmatter.funnels.RevisionId;
import app.backmatter.shared.WorkspaceId;

/**
 * A revision as readers meet it. Never changes, so it may be kept in memory for ever.
 *
 * @param slug the funnel's part of the public address
 * @param name the funnel's name, for the author alone
 */
public record PublishedRevision(
        WorkspaceId workspace, FunnelId funnel, RevisionId id, String slug, String name, PublishedContent content) {}
