package app.backmatter.mail.transport.service;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where services are asked: set by whoever runs the installation and never by an owner, so that a key goes nowhere else.
 *
 * @param ses with {@code REGION} where Amazon's region stands
 * @param sns another host than Amazon's own whose certificates and confirmations are trusted; empty for none
 */
@ConfigurationProperties("backmatter.mail.services")
public record ServiceAddresses(
        @DefaultValue("https://email.REGION.amazonaws.com") String ses,
        @DefaultValue("") String sns,
        @DefaultValue("https://api.postmarkapp.com") URI postmark,
        @DefaultValue("https://api.mailgun.net") URI mailgun,
        @DefaultValue("https://api.eu.mailgun.net") URI mailgunEu) {
    URI ses(String region) {
        return URI.create(ses.replace("REGION", region));
    }
}
