package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.PublishedEntry;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.passage.Referral;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/**
 * A funnel's entry page as bytes, with two gaps for where the reader came from.
 *
 * @param path the public address, from the first slash
 */
record EntryPage(PublishedEntry entry, String path, byte[] before, byte[] between, byte[] after, byte[] direct) {

    /** @param html in which these two words, found nowhere else, stand for the short link's code and the campaign */
    static EntryPage of(PublishedEntry entry, String path, String html, String from, String campaign) {
        int first = html.indexOf(from);
        int second = html.indexOf(campaign);
        if (first < 0) {
            return new EntryPage(entry, path, new byte[0], new byte[0], new byte[0], bytes(html));
        }
        var before = html.substring(0, first);
        var between = html.substring(first + from.length(), second);
        var after = html.substring(second + campaign.length());
        return new EntryPage(entry, path, bytes(before), bytes(between), bytes(after), bytes(before + between + after));
    }

    PublishedRevision revision() {
        return entry.revision();
    }

    byte[] html(Referral referral) {
        if (referral == Referral.NONE || before.length == 0) {
            return direct;
        }
        return joined(before, bytes(referral.from()), between, bytes(HtmlUtils.htmlEscape(referral.campaign())), after);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var all = new byte[length];
        int end = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
