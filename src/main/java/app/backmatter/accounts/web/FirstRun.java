package app.backmatter.accounts.web;

import app.backmatter.accounts.domain.Installation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads every page to the set-up until the first account exists; stands before those that answer readers themselves. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 22)
class FirstRun extends OncePerRequestFilter {
    private static final Set<String> OPEN =
            Set.of("css", "js", "icon.svg", "icons.svg", "favicon.ico", "actuator", "set-up", "error");

    private final Installation installation;

    FirstRun(Installation installation) {
        this.installation = installation;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (installation.isSetUp() || OPEN.contains(PublicPaths.firstSegment(request))) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect("/set-up");
        }
    }
}
