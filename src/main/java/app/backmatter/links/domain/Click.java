package app.backmatter.links.domain;

import app.backmatter.links.LinkId;
import app.backmatter.links.Visitor;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

record Click(UUID id, WorkspaceId workspace, LinkId link, Visitor visitor, Instant at) {}
