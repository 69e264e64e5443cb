package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.PublishedEntry;
import app.backmatter.funnels.domain.PublishedRevision;
import app.backmatter.funnels.passage.Referral;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * A funnel's entry page as bytes, with gaps for where the reader came from and what the address brings.
 *
 * @param path the public address, from the first slash
 * @param parts what stands around the gaps; one alone where the page has none
 */
record EntryPage(PublishedEntry entry, String path, List<byte[]> parts, byte[] direct) {

    /** @param gaps whose words, found nowhere else in the page, stand for what differs */
    static EntryPage of(PublishedEntry entry, String path, String html, Referral gaps) {
        var parts = new ArrayList<byte[]>();
        var rest = html;
        for (var gap : List.of(gaps.from(), gaps.campaign(), gaps.coupon())) {
            int at = rest.indexOf(gap);
            if (at >= 0) {
                parts.add(bytes(rest.substring(0, at)));
                rest = rest.substring(at + gap.length());
            }
        }
        parts.add(bytes(rest));
        return new EntryPage(entry, path, parts, joined(parts));
    }

    int size() {
        return 2 * direct.length;
    }

    PublishedRevision revision() {
        return entry.revision();
    }

    byte[] html(Referral referral) {
        return referral == Referral.NONE || parts.size() == 1
                ? direct
                : joined(List.of(
                        parts.get(0),
                        bytes(referral.from()),
                        parts.get(1),
                        bytes(HtmlUtils.htmlEscape(referral.campaign())),
                        parts.get(2),
                        bytes(referral.coupon()),
                        parts.get(3)));
    }

    private static byte[] joined(List<byte[]> parts) {
        var all = new ByteArrayOutputStream(
                parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
