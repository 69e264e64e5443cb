package app.backmatter.mail.domain;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.accounts.Workspaces;
import app.backmatter.mail.Enclosure;
import app.backmatter.mail.LetterRules;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.pages.Markdown;
import app.backmatter.shared.WorkspaceId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a claimed message: in its own layout, or its template's words in the one that all such mails have. */
@Component
class WriteLetter {
    private final LetterTemplates templates;
    private final ITemplateEngine engine;
    private final Workspaces workspaces;
    private final MailLinks links;

    WriteLetter(LetterTemplates templates, ITemplateEngine engine, Workspaces workspaces, MailLinks links) {
        this.templates = templates;
        this.engine = engine;
        this.workspaces = workspaces;
        this.links = links;
    }

    /** @throws IllegalStateException when no module provides the template */
    LetterRules rules(Claim claim) {
        return templates.of(claim.template());
    }

    /** @throws IllegalStateException when no module provides the template */
    WrittenLetter write(Claim claim) {
        return templates
                .laidOut(claim.template())
                .map(template -> write(claim, template))
                .orElseGet(() -> write(claim, templates.inWords(claim.template())));
    }

    private WrittenLetter write(Claim claim, LaidOutTemplate template) {
        var mail = template.compose(claim, links.of(claim));
        return new WrittenLetter(Line.of(mail.subject()), mail.html(), mail.text(), List.of());
    }

    private WrittenLetter write(Claim claim, LetterTemplate template) {
        return layOut(
                claim.workspace(),
                template.write(claim.fields()),
                template.enclosures(claim.fields()),
                why(claim, template),
                links.of(claim));
    }

    /** A marketing mail that goes to nobody. */
    WrittenLetter preview(WorkspaceId workspace, LetterTemplate.Written words) {
        return layOut(workspace, words, List.of(), "marketing", MailLinks.Links.EXAMPLE);
    }

    private WrittenLetter layOut(
            @Nullable WorkspaceId id,
            LetterTemplate.Written words,
            List<Enclosure> enclosures,
            String why,
            MailLinks.Links under) {
        var workspace = id == null ? null : workspaces.get(id);
        var context = context(words, workspace);
        context.setVariable("why", why);
        context.setVariable("marketing", why.equals("marketing"));
        context.setVariable("links", under);
        return new WrittenLetter(
                Line.of(words.subject()),
                engine.process("mail/letter", context),
                tidy(engine.process("mail/letter.txt", context)),
                enclosures);
    }

    /** Why whoever gets it gets it, as the messages know it. */
    private static String why(Claim claim, LetterRules template) {
        if (claim.marketing()) {
            return "marketing";
        }
        if (template.isForAuthor()) {
            return "author";
        }
        return claim.workspace() == null ? "account" : "single";
    }

    private static Context context(LetterTemplate.Written words, @Nullable WorkspaceView workspace) {
        var context = new Context(workspace == null ? Locale.ENGLISH : workspace.locale());
        context.setVariable("subject", Line.of(words.subject()));
        context.setVariable("html", Markdown.toHtml(words.markdown()));
        context.setVariable("text", Markdown.toText(words.markdown()));
        context.setVariable("buttonLabel", Line.of(words.buttonLabel()));
        context.setVariable("buttonUrl", words.buttonUrl());
        context.setVariable("sender", workspace == null ? "Backmatter" : workspace.name());
        context.setVariable("postal", workspace == null ? List.of() : lines(workspace.postalAddress()));
        return context;
    }

    /** Paragraphs stand one empty line apart, whatever was left out between them. */
    private static String tidy(String text) {
        return text.replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip() + "\n";
    }

    private static List<String> lines(String address) {
        return address.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
