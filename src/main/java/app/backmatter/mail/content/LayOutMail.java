package app.backmatter.mail.content;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.MergeFields;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Lays a composed mail out, once for all who get it: HTML by MJML, and the plain text beside it. Works in the workspace
 * in scope and takes its books and products as they stand now.
 */
@Service
public class LayOutMail {
    private static final String PIXEL = Slots.open(
            Slots.PIXEL,
            "<img src=\"",
            "\" alt=\"\" width=\"1\" height=\"1\" style=\"display:block;border:0;width:1px;height:1px;\">\n",
            "");

    /** MJML's {@code height="auto"} is no HTML; the style beside it says the same. */
    private static final Pattern HEIGHT = Pattern.compile("(<img\\s[^>]*?) height=\"auto\"");

    private final Pieces pieces;
    private final ITemplateEngine engine;
    private final Workspaces workspaces;

    LayOutMail(Pieces pieces, ITemplateEngine engine, Workspaces workspaces) {
        this.pieces = pieces;
        this.engine = engine;
        this.workspaces = workspaces;
    }

    /** Unfinished blocks are left out. */
    public LaidOut layOut(String subject, String preheader, MailContent content) {
        return layOut(subject, preheader, content, MergeFields.OF_BROADCASTS);
    }

    /** @param fields that are left open, each a place of its name */
    public LaidOut layOut(String subject, String preheader, MailContent content, MergeFields fields) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var links = new NumberedLinks();
        var shown = content.blocks().stream()
                .flatMap(block -> pieces.of(block, fields, links))
                .toList();
        var open = fields.openInLine(subject);
        var context = context(open, fields.openInLine(preheader), shown, workspace);
        var html = Mjml.html(engine.process("mail/composed.mjml", context), workspace.locale());
        return new LaidOut(
                open,
                Fold.html(withPixel(HEIGHT.matcher(html).replaceAll("$1"))),
                Fold.text(engine.process("mail/composed.txt", context)),
                links.all());
    }

    private static Context context(String subject, String preheader, List<Piece> pieces, WorkspaceView workspace) {
        var context = new Context(workspace.locale());
        context.setVariable("title", Slots.of(subject, Slots.Language.TEXT).fill(Map.of()));
        context.setVariable("preheader", preheader);
        context.setVariable("pieces", pieces);
        context.setVariable("sender", Slots.without(workspace.name()));
        context.setVariable("postal", lines(Slots.without(workspace.postalAddress())));
        context.setVariable("unsubscribe", Slots.open(Slots.UNSUBSCRIBE));
        context.setVariable("preferences", Slots.open(Slots.PREFERENCES));
        return context;
    }

    private static String withPixel(String html) {
        int end = html.lastIndexOf("</body>");
        return html.substring(0, end) + PIXEL + html.substring(end);
    }

    private static List<String> lines(String address) {
        return address.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
