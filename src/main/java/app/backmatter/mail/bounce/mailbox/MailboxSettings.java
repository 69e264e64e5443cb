package app.backmatter.mail.bounce.mailbox;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What bounce mailboxes may be.
 *
 * @param allowInside whether owners may name mailboxes in the installation's own network, and lines to them without
 *     encryption
 */
@ConfigurationProperties("backmatter.mail.own")
record MailboxSettings(boolean allowInside) {}
