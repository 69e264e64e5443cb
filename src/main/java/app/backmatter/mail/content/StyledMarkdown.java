package app.backmatter.mail.content;

import app.backmatter.pages.Markdown;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Markdown as mail programs want its HTML: each element carries its own style. */
final class StyledMarkdown {
    private static final String HEADING = "font-weight:bold;line-height:1.25;margin:24px 0 8px;font-size:";
    private static final Map<String, String> STYLES = Map.of(
            "p", "margin:0 0 16px;",
            "ul", "margin:0 0 16px;padding-left:24px;",
            "ol", "margin:0 0 16px;padding-left:24px;",
            "li", "margin:0 0 4px;",
            "blockquote", "margin:0 0 16px;padding-left:14px;border-left:3px solid #cfc3b2;",
            "h2", HEADING + "24px;",
            "h3", HEADING + "20px;",
            "h4", HEADING + "17px;",
            "hr", "margin:24px 0;border:none;border-top:1px solid #e2d9cb;",
            "a", "color:#7a1f2b;text-decoration:underline;");

    /** So long a word is broken anywhere, or the line that it stands on would be too long for mail servers. */
    private static final Pattern ENDLESS = Pattern.compile("\\S{150}(?=\\S)");

    private static final Pattern LONELY_PLACE = Pattern.compile(
            "<p([^>]*)>\uE000([^\uE000-\uE002]+)\uE002([^\uE000-\uE002]*)\uE002([^\uE000-\uE002]*)\uE002\uE001</p>");

    private StyledMarkdown() {}

    /** @param address what stands for the address of a link; its words stay without one where that is empty */
    static String html(String markdown, UnaryOperator<String> address) {
        var parsed = Jsoup.parseBodyFragment(Markdown.toHtml(markdown));
        parsed.outputSettings(new Document.OutputSettings().prettyPrint(false));
        var body = parsed.body();
        body.select("a").forEach(link -> lead(link, address.apply(link.attr("href"))));
        STYLES.forEach((element, style) -> body.select(element).attr("style", style));
        body.select("*").forEach(StyledMarkdown::breakEndless);
        // a greeting that is nothing but the name goes with its paragraph
        return LONELY_PLACE
                .matcher(body.html())
                .replaceAll(found -> Slots.open(
                        found.group(2), "<p" + found.group(1) + ">" + found.group(3), found.group(4) + "</p>", ""));
    }

    private static void lead(Element link, String to) {
        if (to.isEmpty()) {
            link.unwrap();
        } else {
            link.clearAttributes().attr("href", to).attr("target", "_blank");
        }
    }

    private static void breakEndless(Element element) {
        element.textNodes().forEach(StyledMarkdown::breakEndless);
    }

    private static void breakEndless(TextNode words) {
        var found = ENDLESS.matcher(words.getWholeText());
        if (found.find() && !words.getWholeText().contains("\uE000")) {
            var rest = words.splitText(found.end());
            rest.before(new Element("wbr"));
            breakEndless(rest);
        }
    }
}
