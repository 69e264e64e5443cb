package app.backmatter.mail.broadcast;

import java.util.List;

/**
 * What the links in a broadcast begin with.
 *
 * @param base the public address, without a slash at the end
 * @param domain what stands behind the @ of a Message-ID
 * @param links the codes of the author's links, by their number
 */
record MailAddresses(String base, String domain, List<String> links) {
    String unsubscribe() {
        return base + "/unsubscribe/";
    }

    String preferences() {
        return base + "/preferences/";
    }

    String link(int number) {
        return base + "/c/" + links.get(number) + "/";
    }

    String pixel() {
        return base + "/o/";
    }
}
