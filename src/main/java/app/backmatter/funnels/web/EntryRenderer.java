package app.backmatter.funnels.web;

import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.domain.PublishedEntry;
import app.backmatter.funnels.passage.Referral;
import app.backmatter.pages.PublicAddress;
import app.backmatter.shared.Token;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Renders entry pages, outside of any request: once for all readers, and again for who has to correct the form. */
@Component
class EntryRenderer {
    private final SpringTemplateEngine templates;
    private final PublicAddress address;

    EntryRenderer(SpringTemplateEngine templates, ResourceUrlProvider resources, PublicAddress address) {
        this.templates = templates;
        this.address = address;
        templates.addLinkBuilder(new ResourceLinks(resources));
    }

    EntryPage page(PublishedEntry entry, String path) {
        var gaps = new Referral(Token.random(), Token.random(), Token.random(), null);
        var html = entry.closed()
                ? render("closed", entry, path, new HashMap<>())
                : html(entry, path, EntryForm.EMPTY, gaps);
        return EntryPage.of(entry, path, html, gaps);
    }

    String html(PublishedEntry entry, String path, EntryForm form, Referral referral) {
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("referral", referral);
        return render(
                entry.revision().content().funnel().entry() instanceof OptIn ? "opt-in" : "first-offer",
                entry,
                path,
                model);
    }

    private String render(String template, PublishedEntry entry, String path, Map<String, Object> model) {
        var content = entry.revision().content();
        var step = content.funnel().entry();
        var page = StepPage.of(content, step);
        model.putAll(PublicModel.of(content));
        model.put("path", path);
        model.put("step", step);
        model.put("page", page);
        model.put("book", content.book());
        model.put("indexed", !entry.closed());
        model.put("metadata", BookMetadata.of(content, step, page, path, address));
        return templates.process("funnels/public/" + template, new Context(content.locale(), model));
    }
}
