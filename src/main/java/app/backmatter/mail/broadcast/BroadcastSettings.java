package app.backmatter.mail.broadcast;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How broadcasts leave a node.
 *
 * @param connections to the mail server at most, for one broadcast
 * @param perSecond how many messages of one broadcast leave at most; 0 for as many as the mail server takes
 */
@ConfigurationProperties("backmatter.mail.broadcast")
record BroadcastSettings(
        @DefaultValue("10") int connections,
        @DefaultValue("50") int perSecond) {}
