package app.backmatter.pages.web;

import app.backmatter.pages.NoConnection;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with a status of their own what a request may meet anywhere in the chain: parameters that cannot be read
 * (broken UTF-8, too many, too much), which nobody needs in the log, and a database that has no connection left.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class KnownFailures extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(KnownFailures.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            var status = status(e);
            if (status.isEmpty() || response.isCommitted()) {
                throw e;
            }
            if (status.getAsInt() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                log.warn("No connection to the database was free for {}: {}", request.getMethod(), e.toString());
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            }
            response.sendError(status.getAsInt());
        }
    }

    private static OptionalInt status(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException unreadable) {
                return OptionalInt.of(unreadable.getErrorCode());
            }
        }
        return NoConnection.isBehind(failure)
                ? OptionalInt.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                : OptionalInt.empty();
    }
}
