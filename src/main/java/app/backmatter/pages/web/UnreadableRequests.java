package app.backmatter.pages.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers parameters that cannot be read (broken UTF-8, too many, too much) with the error page. Whoever first asks for a
 * parameter meets the server's exception, wherever in the chain that is; nobody needs it in the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class UnreadableRequests extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            var unreadable = find(e);
            if (unreadable == null || response.isCommitted()) {
                throw e;
            }
            response.sendError(unreadable.getErrorCode());
        }
    }

    private static @Nullable InvalidParameterException find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException unreadable) {
                return unreadable;
            }
        }
        return null;
    }
}
