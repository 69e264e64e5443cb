package app.backmatter.funnels.web;

import app.backmatter.accounts.Workspaces;
import app.backmatter.funnels.domain.CheckoutOffer;
import app.backmatter.funnels.passage.Reader;
import app.backmatter.pages.PaymentMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a checkout: what is bought, what was typed, and what is wrong with it. */
@Component
class CheckoutPage {
    private final Workspaces workspaces;
    private final PaymentMode payments;

    CheckoutPage(Workspaces workspaces, PaymentMode payments) {
        this.workspaces = workspaces;
        this.payments = payments;
    }

    /** @param problem a message key; absent where all is well */
    ModelAndView of(Reader reader, CheckoutOffer offer, CheckoutForm form, @Nullable String problem) {
        var workspace = workspaces.get(reader.passage().workspace());
        return PublicPages.page("checkout", reader)
                .addObject("page", StepPage.of(reader.content(), offer))
                .addObject("bump", BumpPage.of(reader.content(), offer))
                .addObject("totals", CheckoutTotals.of(reader, offer))
                .addObject("form", form)
                .addObject("problem", problem)
                .addObject("sandbox", payments.isSandbox())
                .addObject("contact", workspace.senderAddress());
    }
}
