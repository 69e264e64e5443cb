package app.backmatter.mail.way;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param allowInside whether owners may name mail servers in the installation's own network */
@ConfigurationProperties("backmatter.mail.own")
record WaySettings(boolean allowInside) {}
