package app.backmatter.orders.payment.sandbox;

import static app.backmatter.support.OrderFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.Checkout;
import app.backmatter.orders.CheckoutRequest;
import app.backmatter.orders.OfferKind;
import app.backmatter.orders.OfferRequest;
import app.backmatter.orders.PaymentOutcome;
import app.backmatter.orders.PaymentOutcome.AuthenticationRequired;
import app.backmatter.orders.PaymentOutcome.Declined;
import app.backmatter.orders.PaymentOutcome.Paid;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.BackmatterTest;
import app.backmatter.support.OrderFixtures;
import app.backmatter.support.TestWorkspace;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A payment that the reader's bank asks about. */
@BackmatterTest
class SandboxBankTests {
    private static final String AUTHENTICATED = "4000002500003155";
    private static final String AUTHENTICATED_LATER = "4000002760003184";

    @Autowired
    MockMvc mvc;

    @Autowired
    Checkout checkout;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    OrderFixtures fixtures;

    private TestWorkspace workspace;
    private CheckoutRequest request;

    @BeforeEach
    void ask() {
        workspace = accounts.workspace();
        request = inside(() ->
                OrderFixtures.request(fixtures.buyer(), AUTHENTICATED, line("Workbook", OfferKind.TRIPWIRE, 2700)));
    }

    @Test
    void isPaidOnceTheReaderApproves() throws Exception {
        var bank = bank(inside(() -> checkout.pay(request)));

        answer(bank, "APPROVE");
        answer(bank, "REFUSE");

        assertThat(outcome()).isInstanceOf(Paid.class);
    }

    @Test
    void isDeclinedWhenTheReaderRefuses() throws Exception {
        var bank = bank(inside(() -> checkout.pay(request)));

        answer(bank, "REFUSE");

        assertThat(outcome())
                .isInstanceOfSatisfying(
                        Declined.class,
                        declined -> assertThat(declined.reason()).isEqualTo("authentication_refused"));
    }

    @Test
    void lookingApprovesNothing() throws Exception {
        var bank = bank(inside(() -> checkout.pay(request)));

        mvc.perform(get(bank)).andExpect(status().isOk()).andExpect(content().string(containsString("Test bank")));

        assertThat(outcome()).isInstanceOf(AuthenticationRequired.class);
        assertThat(inside(() -> checkout.pay(request))).isEqualTo(outcome());
    }

    @Test
    void refusesAnAnswerThatIsNone() throws Exception {
        var bank = bank(inside(() -> checkout.pay(request)));

        mvc.perform(post(bank)).andExpect(status().isBadRequest());
        mvc.perform(post(bank).param("answer", "MAYBE")).andExpect(status().is4xxClientError());
        mvc.perform(get("/sandbox/authentication/guessed")).andExpect(status().isNotFound());
    }

    @Test
    void asksAboutAOneClickOfferToo() throws Exception {
        var first = inside(() -> OrderFixtures.request(
                fixtures.buyer(), AUTHENTICATED_LATER, line("Workbook", OfferKind.TRIPWIRE, 2700)));
        var order = inside(() -> checkout.pay(first)).order();
        var offer = new OfferRequest(UUID.randomUUID(), order, line("Course", OfferKind.UPSELL, 9700), "/r/x/upsell");

        answer(bank(inside(() -> checkout.accept(offer))), "APPROVE");

        assertThat(inside(() -> checkout.outcome(offer.attempt()).orElseThrow()))
                .isEqualTo(new Paid(order));
    }

    private void answer(String bank, String answer) throws Exception {
        mvc.perform(post(bank).param("answer", answer))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", containsString("/r/")));
    }

    private static String bank(PaymentOutcome outcome) {
        assertThat(outcome).isInstanceOf(AuthenticationRequired.class);
        return ((AuthenticationRequired) outcome).url();
    }

    private PaymentOutcome outcome() {
        return inside(() -> checkout.outcome(request.attempt()).orElseThrow());
    }

    private <T> T inside(Supplier<T> work) {
        return WorkspaceScope.call(workspace.id(), work::get);
    }
}
