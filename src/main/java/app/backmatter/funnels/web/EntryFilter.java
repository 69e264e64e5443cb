package app.backmatter.funnels.web;

import app.backmatter.funnels.passage.Referral;
import app.backmatter.funnels.passage.StepViews;
import app.backmatter.links.Visitors;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Answers a funnel's public address before session, security and templates are reached: a crowd that scans one code at
 * one time must not cost more than handing out bytes. Stands behind the filters for headers and cross-site posts.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
class EntryFilter implements Filter {
    private final EntryPages pages;
    private final EntryPosts posts;
    private final StepViews views;
    private final Visitors visitors;

    EntryFilter(EntryPages pages, EntryPosts posts, StepViews views, Visitors visitors) {
        this.pages = pages;
        this.posts = posts;
        this.views = views;
        this.visitors = visitors;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        if (asked.getRequestURI().startsWith("/p/")) {
            answer(asked, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = pages.find(request.getRequestURI()).orElse(null);
        if (page == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (request.getMethod()) {
            case "GET" -> {
                show(page, request, response);
            }
            case "HEAD" -> EntryAnswer.page(response, statusOf(page), page.html(referral(request)));
            case "POST" -> posts.answer(page, request, response);
            default -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void show(EntryPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var referral = referral(request);
        if (!page.entry().closed() && !Onlooker.sent(request)) {
            views.entrySeen(page.revision(), visitors.of(request), referral);
        }
        EntryAnswer.page(response, statusOf(page), page.html(referral));
    }

    private static Referral referral(HttpServletRequest request) {
        return request.getQueryString() == null
                ? Referral.NONE
                : Referral.of(
                        request.getParameter("from"),
                        request.getParameter("utm_campaign"),
                        request.getParameter("coupon"));
    }

    private static int statusOf(EntryPage page) {
        return page.entry().closed() ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_OK;
    }
}
