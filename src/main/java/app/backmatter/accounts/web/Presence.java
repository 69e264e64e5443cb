package app.backmatter.accounts.web;

import app.backmatter.accounts.Role;
import app.backmatter.accounts.WorkspaceView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The signed-in member's place in the workspace that the request is in. */
record Presence(WorkspaceView workspace, Role role) {
    private static final String ATTRIBUTE = Presence.class.getName();

    void bindTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Presence> in(HttpServletRequest request) {
        return Optional.ofNullable((Presence) request.getAttribute(ATTRIBUTE));
    }
}
