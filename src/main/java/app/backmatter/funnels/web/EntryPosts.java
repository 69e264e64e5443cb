package app.backmatter.funnels.web;

import static jakarta.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.funnels.domain.Offer;
import app.backmatter.funnels.domain.OptIn;
import app.backmatter.funnels.passage.AnswerOffer;
import app.backmatter.funnels.passage.OptInRequest;
import app.backmatter.funnels.passage.Readers;
import app.backmatter.funnels.passage.Referral;
import app.backmatter.funnels.passage.Referrals;
import app.backmatter.funnels.passage.SignUpBatcher;
import app.backmatter.funnels.passage.StepViews;
import app.backmatter.funnels.passage.TooManySignUps;
import app.backmatter.links.Visitors;
import app.backmatter.shared.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes what is sent from an entry page: a sign-up, or a yes or no to the offer that the funnel starts with. */
@Component
class EntryPosts {
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;

    private final EntryRenderer renderer;
    private final SignUpBatcher signUps;
    private final Readers readers;
    private final AnswerOffer answerOffer;
    private final Referrals referrals;
    private final StepViews views;
    private final Visitors visitors;
    private final SignUpLimit limit;
    private final Clock clock;

    EntryPosts(
            EntryRenderer renderer,
            SignUpBatcher signUps,
            Readers readers,
            AnswerOffer answerOffer,
            Referrals referrals,
            StepViews views,
            Visitors visitors,
            SignUpLimit limit,
            Clock clock) {
        this.renderer = renderer;
        this.signUps = signUps;
        this.readers = readers;
        this.answerOffer = answerOffer;
        this.referrals = referrals;
        this.views = views;
        this.visitors = visitors;
        this.limit = limit;
        this.clock = clock;
    }

    void answer(EntryPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (page.entry().closed()) {
            EntryAnswer.page(response, HttpServletResponse.SC_GONE, page.html(Referral.NONE));
            return;
        }
        switch (page.revision().content().funnel().entry()) {
            case OptIn optIn -> signUp(page, optIn, request, response);
            case Offer offer -> begin(page, offer, request, response);
        }
    }

    private void signUp(EntryPage page, OptIn step, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var form = EntryForm.of(request);
        var email = EmailAddress.parse(form.email());
        var referral = referral(request);
        if (!form.errors().isEmpty() || email.isEmpty()) {
            again(page, form, referral, UNPROCESSABLE, response);
            return;
        }
        if (!limit.take(request)) {
            tooMany(page, form, referral, response);
            return;
        }
        var visitor = visitors.of(request);
        var source = referrals.source(page.revision().workspace(), referral);
        views.entrySeen(page.revision(), visitor, referral);
        try {
            var passage = signUps.signUp(new OptInRequest(
                    page.revision(),
                    step,
                    page.path(),
                    email.get(),
                    form.firstName(),
                    form.timeZone(),
                    source,
                    referral.coupon(),
                    visitor,
                    clock.instant()));
            EntryAnswer.seeOther(response, "/r/" + passage.token());
        } catch (TooManySignUps e) {
            response.setHeader("Retry-After", "5");
            again(page, form.with("funnels.error.busy"), referral, SC_SERVICE_UNAVAILABLE, response);
        }
    }

    private void begin(EntryPage page, Offer offer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var revision = page.revision();
        var referral = referral(request);
        if (!limit.take(request)) {
            tooMany(page, EntryForm.EMPTY, referral, response);
            return;
        }
        var visitor = visitors.of(request);
        views.entrySeen(revision, visitor, referral);
        WorkspaceScope.run(revision.workspace(), () -> {
            var reader = readers.begin(
                    revision, visitor, referrals.source(revision.workspace(), referral), referral.coupon());
            views.seen(reader, offer);
            if (request.getParameter("no") != null) {
                answerOffer.no(reader, offer);
                EntryAnswer.seeOther(response, reader.path());
            } else {
                EntryAnswer.seeOther(response, reader.path() + "/checkout/" + offer.id());
            }
        });
    }

    private void tooMany(EntryPage page, EntryForm form, Referral referral, HttpServletResponse response)
            throws IOException {
        response.setHeader("Retry-After", String.valueOf(SignUpLimit.PER.toSeconds()));
        again(page, form.with("funnels.error.crowd"), referral, TOO_MANY_REQUESTS, response);
    }

    private void again(EntryPage page, EntryForm form, Referral referral, int status, HttpServletResponse response)
            throws IOException {
        var html = renderer.html(page.entry(), page.path(), form, referral);
        EntryAnswer.page(response, status, html.getBytes(StandardCharsets.UTF_8));
    }

    private static Referral referral(HttpServletRequest request) {
        return Referral.of(
                request.getParameter("from"), request.getParameter("campaign"), request.getParameter("coupon"));
    }
}
