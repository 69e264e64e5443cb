package app.backmatter.mail.bounce.mailbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What bounce mailboxes may be.
 *
 * @param allowInner whether authors may name servers of the house, and lines without encryption to them: for an
 *     installation whose authors are trusted, with a mail server beside it
 */
@ConfigurationProperties("backmatter.mail.bounce-mailbox")
record MailboxSettings(@DefaultValue("false") boolean allowInner) {}
