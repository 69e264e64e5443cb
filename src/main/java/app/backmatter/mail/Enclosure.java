package app.backmatter.mail;

import org.springframework.core.io.Resource;

/**
 * A file that goes with a letter. It is read when the letter leaves and not kept with it.
 *
 * @param name as the recipient's device shall keep it
 */
public record Enclosure(String name, String contentType, Resource content) {}
