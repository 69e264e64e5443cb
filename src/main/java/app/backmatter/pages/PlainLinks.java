package app.backmatter.pages;

import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;

/** A link in plain text as a person writes it: its words, then the address in brackets; a bare address once. */
final class PlainLinks implements NodeRenderer {
    private static final TextContentRenderer WORDS =
            TextContentRenderer.builder().build();

    private final TextContentNodeRendererContext context;

    PlainLinks(TextContentNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Link.class);
    }

    @Override
    public void render(Node node) {
        var link = (Link) node;
        var words = new StringBuilder();
        for (var child = link.getFirstChild(); child != null; child = child.getNext()) {
            WORDS.render(child, words);
        }
        var address = link.getDestination();
        boolean bare = address.isEmpty() || words.toString().equals(address);
        context.getWriter().write(bare ? words.toString() : words + " (" + address + ")");
    }
}
