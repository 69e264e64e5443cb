package app.backmatter.accounts.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.accounts.domain.Memberships;
import app.backmatter.accounts.domain.SignInAccounts;
import app.backmatter.pages.PublicAddress;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who gets where. Cross-site posts are refused before any of this by {@code CrossSiteGuard}, and {@code SecurityHeaders}
 * sets the headers, so that Spring Security's own tokens and headers are off (decision 10).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    @Order(1)
    SecurityFilterChain publicPages() {
        return new DefaultSecurityFilterChain(new PublicPaths());
    }

    @Bean
    @Order(2)
    SecurityFilterChain signedInPages(
            HttpSecurity http, SignInAccounts accounts, Workspaces workspaces, Memberships memberships) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(remembered()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in/**",
                                "/password-reset/**",
                                "/invitations/**",
                                "/set-up",
                                "/error",
                                "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/admin/**")
                        .hasRole("ADMIN")
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .failureHandler(new ForwardAuthenticationFailureHandler("/sign-in/refusal")))
                .logout(out -> out.logoutRequestMatcher(post("/sign-out")).logoutSuccessUrl("/sign-in"))
                .addFilterBefore(new ChangedPassword(accounts), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new WorkspaceFilter(workspaces, memberships), AuthorizationFilter.class)
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** No text with a NUL gets as far as the database, which can't store it: the answer is 400. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** Behind a proxy that ends TLS the request looks plain; the public address tells the truth. */
    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(PublicAddress address) {
        return cookie -> cookie.setUseSecureCookie(address.isSecure());
    }

    /** In a cookie, so that strangers who knock make no sessions in the database. */
    private static CookieRequestCache remembered() {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/w/**"));
        return cache;
    }

    private static PathPatternRequestMatcher post(String path) {
        return PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path);
    }
}
