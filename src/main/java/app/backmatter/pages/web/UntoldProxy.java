package app.backmatter.pages.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Warns once of a proxy that the settings know nothing of: behind it all readers have one address, so that the declined
 * cards of one would keep everybody from paying.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 18)
class UntoldProxy implements Filter {
    private static final Logger log = LoggerFactory.getLogger(UntoldProxy.class);

    private boolean quiet;

    UntoldProxy(@Value("${server.forward-headers-strategy}") String strategy) {
        this.quiet = !strategy.equalsIgnoreCase("none");
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!quiet && request instanceof HttpServletRequest http && http.getHeader("X-Forwarded-For") != null) {
            quiet = true;
            log.warn("A proxy seems to stand in front, and all its readers count as one. If so, set "
                    + "SERVER_FORWARD_HEADERS_STRATEGY=native, or the limits for one network hold up everybody.");
        }
        chain.doFilter(request, response);
    }
}
