package app.backmatter.links.web;

import app.backmatter.links.Visitors;
import app.backmatter.links.domain.Clicks;
import app.backmatter.links.domain.PointedLink;
import app.backmatter.links.domain.PointedLinks;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code /go/<code>} before anything else looks at the request: a whole chapter of readers may scan at once, and
 * a redirect needs no session and no page. What has no target goes on to {@link GoController}.
 */
class Redirects extends HttpFilter {
    private static final Logger log = LoggerFactory.getLogger(Redirects.class);
    static final String PATH = "/go/";

    private final PointedLinks links;
    private final Visitors visitors;
    private final Clicks clicks;

    Redirects(PointedLinks links, Visitors visitors, Clicks clicks) {
        this.links = links;
        this.visitors = visitors;
        this.clicks = clicks;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var link = links.find(request.getRequestURI().substring(PATH.length())).orElse(null);
        if (link == null) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getMethod().equals("GET")) {
            record(link, request);
        }
        response.setHeader("Cache-Control", "no-store");
        if (link.location() == null) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", link.location());
        }
    }

    /** A database that is down must not stop a reader on the way to a page that is in memory. */
    private void record(PointedLink link, HttpServletRequest request) {
        try {
            clicks.record(link, visitors.of(request));
        } catch (RuntimeException e) {
            log.error("A click on link {} is lost: {}", link.id(), e.toString());
        }
    }
}
