package app.backmatter.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** An author's Markdown (CommonMark) as HTML that can do no harm, or as plain text. */
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .nodeRendererFactory(PlainLinks::new)
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements(
                    "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "hr", "a", "code")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .toFactory();

    private Markdown() {}

    public static String toHtml(String markdown) {
        return SAFE.sanitize(HTML.render(parse(markdown)));
    }

    public static String toText(String markdown) {
        return TEXT.render(parse(markdown));
    }

    /** @param address what stands for the address of a link */
    public static String toText(String markdown, UnaryOperator<String> address) {
        var parsed = parse(markdown);
        parsed.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                var stands = address.apply(link.getDestination());
                if (link.getFirstChild() instanceof Text words
                        && words.getLiteral().equals(link.getDestination())) {
                    words.setLiteral(stands);
                }
                link.setDestination(stands);
            }
        });
        return TEXT.render(parsed);
    }

    /** Where its links lead, in their order. */
    public static List<String> links(String markdown) {
        var links = new ArrayList<String>();
        parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }
        });
        return links;
    }

    /** Any text as Markdown that shows it as it is, on one line. */
    public static String literal(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ")
                .replaceAll("([\\\\`*_{}\\[\\]()<>#+\\-.!|&~=\"'$^:/@])", "\\\\$1")
                .strip();
    }

    private static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }
}
