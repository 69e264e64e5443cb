package app.backmatter.accounts.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.accounts.domain.Memberships;
import app.backmatter.accounts.domain.SignedInAccount;
import app.backmatter.database.WorkspaceScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Opens the workspace that an address {@code /w/{slug}/…} names: for others than members it is not there (404), for a
 * role too low it is closed (403), for the rest it is the scope of the whole request.
 */
class WorkspaceFilter extends OncePerRequestFilter {
    private final Workspaces workspaces;
    private final Memberships memberships;

    WorkspaceFilter(Workspaces workspaces, Memberships memberships) {
        this.workspaces = workspaces;
        this.memberships = memberships;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = segments(request);
        if (path.isEmpty() || !path.getFirst().equals("w")) {
            chain.doFilter(request, response);
            return;
        }
        var presence = path.size() < 2 ? Optional.<Presence>empty() : presence(path.get(1));
        if (presence.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!presence.get().role().atLeast(Access.needed(path, request.getMethod()))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            presence.get().bindTo(request);
            inside(presence.get().workspace(), request, response, chain);
        }
    }

    private Optional<Presence> presence(String slug) {
        var account = signedIn(SecurityContextHolder.getContext().getAuthentication());
        if (account == null) {
            return Optional.empty();
        }
        return workspaces
                .bySlug(slug)
                .flatMap(workspace ->
                        memberships.roleOf(account.id(), workspace.id()).map(role -> new Presence(workspace, role)));
    }

    private static @Nullable SignedInAccount signedIn(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
                ? account
                : null;
    }

    private static void inside(
            WorkspaceView workspace, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            WorkspaceScope.<Boolean, Exception>call(workspace.id(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** Decoded the way that controllers are found, so that an escaped letter opens no side door. */
    private static List<String> segments(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(segment -> ((PathSegment) segment).valueToMatch())
                .toList();
    }
}
