package app.backmatter.mail.web.broadcast;

import app.backmatter.audience.Recipients;
import app.backmatter.audience.SegmentId;
import app.backmatter.audience.SegmentView;
import app.backmatter.audience.Segments;
import app.backmatter.mail.MailServer;
import app.backmatter.mail.MailShelf;
import app.backmatter.mail.ShownMail;
import app.backmatter.mail.broadcast.BroadcastFigures;
import app.backmatter.mail.content.CheckMail;
import app.backmatter.mail.content.MailContent;
import app.backmatter.mail.content.Problem;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.pages.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one broadcast shows around its form. */
@Component
class BroadcastPage {
    private static final List<String> KINDS = List.of("text", "picture", "button", "book", "product", "divider");

    private final CheckMail check;
    private final Recipients recipients;
    private final Segments segments;
    private final BroadcastFigures figures;
    private final MailServer server;
    private final ObjectProvider<MailShelf> shelf;

    BroadcastPage(
            CheckMail check,
            Recipients recipients,
            Segments segments,
            BroadcastFigures figures,
            MailServer server,
            ObjectProvider<MailShelf> shelf) {
        this.check = check;
        this.recipients = recipients;
        this.segments = segments;
        this.figures = figures;
        this.server = server;
        this.shelf = shelf;
    }

    Set<SegmentId> segments() {
        return segments.all().stream().map(SegmentView::id).collect(Collectors.toSet());
    }

    /** By their ids. */
    Map<UUID, String> segmentNames() {
        return segments.all().stream()
                .collect(Collectors.toMap(view -> view.id().value(), SegmentView::name));
    }

    /** @param form as it is shown, which may be more than was saved */
    String of(BroadcastDetails broadcast, BroadcastForm form, Model model, HttpServletResponse response) {
        ShownMail.allowIn(response);
        model.addAttribute("broadcast", broadcast);
        model.addAttribute("readers", recipients.count(broadcast.draft().addressed()));
        model.addAttribute("segments", segments.all());
        if (!broadcast.mayChange()) {
            model.addAttribute("progress", figures.progress(broadcast.id()));
            model.addAttribute("keeping", !server.isSet());
            model.addAttribute("refused", figures.refused(broadcast.id()));
            return "mail/broadcasts/show";
        }
        var blocks = form.shown();
        var problems =
                check.problems(Typed.line(form.subject()), Typed.line(form.preheader()), new MailContent(blocks));
        model.addAttribute("form", form);
        model.addAttribute("full", blocks.size() >= BroadcastForm.MOST_BLOCKS);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("problems", problems);
        model.addAttribute("problemsAt", problems.stream().collect(Collectors.groupingBy(Problem::field)));
        model.addAttribute("books", choices(MailShelf::books));
        model.addAttribute("products", choices(MailShelf::products));
        return "mail/broadcasts/edit";
    }

    private List<MailShelf.Shown> choices(Function<MailShelf, List<MailShelf.Shown>> kind) {
        return shelf.stream().findFirst().map(kind).orElse(List.of());
    }
}
