package app.backmatter.support;

import app.backmatter.shared.WorkspaceId;

/** A workspace made for one test, with its first owner. */
public record TestWorkspace(WorkspaceId id, String slug, TestPerson owner) {
    /** @param rest from the slash after the workspace; empty for its first page */
    public String path(String rest) {
        return "/w/" + slug + rest;
    }
}
