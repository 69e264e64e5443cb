package app.backmatter.mail.web.broadcast;

import app.backmatter.audience.SegmentId;
import app.backmatter.audience.SegmentView;
import app.backmatter.audience.Segments;
import app.backmatter.mail.MailHealth;
import app.backmatter.mail.MailServer;
import app.backmatter.mail.MergeFields;
import app.backmatter.mail.ShownMail;
import app.backmatter.mail.broadcast.BroadcastFigures;
import app.backmatter.mail.broadcast.Waves;
import app.backmatter.mail.domain.BroadcastDetails;
import app.backmatter.mail.domain.BroadcastState;
import app.backmatter.mail.domain.CheckBroadcast;
import app.backmatter.mail.domain.SubjectTest;
import app.backmatter.mail.domain.TestStage;
import app.backmatter.mail.domain.WinnerRule;
import app.backmatter.mail.web.content.Composer;
import app.backmatter.pages.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one broadcast shows around its form. */
@Component
class BroadcastPage {
    private final Composer composer;
    private final CountReaders readers;
    private final WhomItGoesTo whom;
    private final Segments segments;
    private final BroadcastFigures figures;
    private final CompareSubjects subjects;
    private final Waves waves;
    private final CheckBroadcast check;
    private final MailServer server;
    private final MailHealth health;

    BroadcastPage(
            Composer composer,
            CountReaders readers,
            WhomItGoesTo whom,
            Segments segments,
            BroadcastFigures figures,
            CompareSubjects subjects,
            Waves waves,
            CheckBroadcast check,
            MailServer server,
            MailHealth health) {
        this.composer = composer;
        this.readers = readers;
        this.whom = whom;
        this.segments = segments;
        this.figures = figures;
        this.subjects = subjects;
        this.waves = waves;
        this.check = check;
        this.server = server;
        this.health = health;
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
        long readers = this.readers.of(broadcast.draft().addressed());
        model.addAttribute("readers", readers);
        model.addAttribute("segments", segments.all());
        if (!broadcast.mayChange()) {
            var progress = figures.progress(broadcast.id());
            model.addAttribute("progress", progress);
            boolean waits = broadcast.state() == BroadcastState.SCHEDULED;
            model.addAttribute("to", whom.of(broadcast.draft().addressed(), waits ? readers : progress.addressed()));
            if (broadcast.trial().stage() != TestStage.ALL) {
                model.addAttribute("results", subjects.of(broadcast));
            }
            var waves = broadcast.hour() == null ? List.<Waves.Wave>of() : this.waves.of(broadcast.id());
            model.addAttribute("waves", waves);
            model.addAttribute(
                    "wavesWait", waves.stream().mapToLong(Waves.Wave::readers).sum());
            model.addAttribute("keeping", !server.isSetHere());
            model.addAttribute("held", health.isStopped());
            model.addAttribute("silence", figures.silence(broadcast.id()).orElse(null));
            model.addAttribute("refused", figures.refused(broadcast.id()));
            return "mail/broadcasts/show";
        }
        model.addAttribute("form", form);
        composer.show(
                Typed.line(form.subject()),
                Typed.line(form.preheader()),
                form.shown(),
                MergeFields.OF_BROADCASTS,
                check.ofTest(Typed.line(form.subject()), form.test()),
                model);
        model.addAttribute("test", form.test());
        model.addAttribute("percents", SubjectTest.PERCENTS);
        model.addAttribute("winnerRules", WinnerRule.values());
        model.addAttribute("waits", SubjectTest.HOURS);
        return "mail/broadcasts/edit";
    }
}
