package app.backmatter.mail.domain;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails leave.
 *
 * @param from the one address that the mail server lets this installation send from; without it the workspace's own
 *     address stands there
 * @param perSecond how many leave at most, so that a crowd of sign-ups slows neither the pages nor the mail server
 */
@ConfigurationProperties("backmatter.mail")
record MailSettings(
        @Nullable String from, @DefaultValue("25") int perSecond) {}
