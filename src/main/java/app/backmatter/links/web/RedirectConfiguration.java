package app.backmatter.links.web;

import app.backmatter.links.Visitors;
import app.backmatter.links.domain.Clicks;
import app.backmatter.links.domain.PointedLinks;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class RedirectConfiguration {
    /** After the security headers and what refuses unreadable requests, before sessions and the security chain. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 18;

    @Bean
    FilterRegistrationBean<Redirects> redirects(PointedLinks links, Visitors visitors, Clicks clicks) {
        var registration = new FilterRegistrationBean<>(new Redirects(links, visitors, clicks));
        registration.addUrlPatterns(Redirects.PATH + "*");
        registration.setOrder(ORDER);
        return registration;
    }
}
