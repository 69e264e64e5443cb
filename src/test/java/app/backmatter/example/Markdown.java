package app.backmatter.example;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The Markdown of the example, with what paper needs beside it: {@code ---} begins a new page, {@code ___} is a line to
 * write on, {@code - [ ]} a box to tick, an empty block fenced as {@code box} a place to draw. The dashes under a table's head
 * tell how wide its columns are beside one another, and the comment {@code roomy} before it gives high rows.
 */
final class Markdown {

    static final String PAGE_BREAK = "<!-- page -->";

    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .nodeRendererFactory(PaperMarks::new)
            .attributeProviderFactory(context -> Markdown::setColumnWidth)
            .build();

    private static final Pattern TITLE = Pattern.compile("(?m)^# (.+)$");
    private static final Pattern EMPTY_TABLE_HEAD =
            Pattern.compile("<thead>\\s*<tr>\\s*(<th[^>]*></th>\\s*)+</tr>\\s*</thead>\\s*");
    private static final Pattern TABLE = Pattern.compile("<table>.*?</table>", Pattern.DOTALL);
    private static final Pattern ROOMY_TABLE = Pattern.compile("<!-- roomy -->\\s*<table[^>]*>");
    private static final Pattern EMPTY_CELL = Pattern.compile("(<td[^>]*>)(</td>)");
    private static final Pattern BLANK = Pattern.compile("_{4,}");

    private Markdown() {}

    /** The text of the first heading, which is the title of the document. */
    static String title(String markdown) {
        var heading = TITLE.matcher(markdown);
        if (!heading.find()) {
            throw new IllegalArgumentException("The text has no '# Title' line.");
        }
        return heading.group(1).strip();
    }

    /** Well-formed XML, so that it fits both an EPUB and the PDF renderer. */
    static String toXhtml(String markdown) {
        var html = RENDERER.render(PARSER.parse(markdown))
                .replace("<ul>\n<li>[ ] ", "<ul class=\"ticks\">\n<li>[ ] ")
                .replace("<li>[ ] ", "<li><span class=\"tick\"></span>");
        html = EMPTY_TABLE_HEAD.matcher(html).replaceAll("");
        html = TABLE.matcher(html).replaceAll(table -> Matcher.quoteReplacement(markForm(table.group())));
        html = ROOMY_TABLE.matcher(html).replaceAll("<table class=\"form roomy\">");
        return BLANK.matcher(html).replaceAll("<span class=\"blank\">$0</span>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** The style sheet cannot see that a cell is meant to be written in, and an empty row would lose its height. */
    private static String markForm(String table) {
        var form = EMPTY_CELL.matcher(table).replaceAll("$1&#160;$2");
        return form.equals(table) ? table : form.replaceFirst("<table>", "<table class=\"form\">");
    }

    private static void setColumnWidth(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof TableCell cell) {
            if (widths(cell).distinct().count() > 1) {
                attributes.put(
                        "style",
                        "width: %d%%"
                                .formatted(100 * cell.getWidth() / widths(cell).sum()));
            }
        }
    }

    private static IntStream widths(TableCell cell) {
        return Stream.iterate(cell.getParent().getFirstChild(), Objects::nonNull, Node::getNext)
                .mapToInt(each -> ((TableCell) each).getWidth());
    }

    private record PaperMarks(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(ThematicBreak.class, FencedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            var html = context.getWriter();
            html.line();
            html.raw(
                    switch (node) {
                        case ThematicBreak rule when rule.getLiteral().startsWith("_") -> "<div class=\"line\"></div>";
                        case ThematicBreak _ -> PAGE_BREAK;
                        case FencedCodeBlock block when "box".equals(block.getInfo()) -> "<div class=\"box\"></div>";
                        default -> throw new IllegalArgumentException("The example has no code blocks.");
                    });
            html.line();
        }
    }
}
