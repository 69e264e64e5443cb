package app.backmatter.orders.payment.sandbox;

import app.backmatter.pages.NotFound;
import app.backmatter.pages.PaymentMode;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Plays the page of a bank that asks its customer to approve a payment; nowhere to be found without the sandbox. */
@Controller
@RequestMapping("/sandbox/authentication/{id}")
class SandboxBank {
    private final PaymentMode mode;
    private final SandboxBooks books;
    private final Clock clock;

    SandboxBank(PaymentMode mode, SandboxBooks books, Clock clock) {
        this.mode = mode;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String id, Model model, Locale locale) {
        var charge = find(id);
        model.addAttribute("amount", charge.amount().format(locale));
        model.addAttribute("payee", charge.description());
        model.addAttribute("card", charge.card().shown());
        model.addAttribute("isOpen", charge.isWaiting(clock.instant()));
        model.addAttribute("returnPath", charge.returnPath());
        return "orders/sandbox/authentication";
    }

    @PostMapping
    ResponseEntity<Void> answer(@PathVariable String id, @RequestParam Answer answer) {
        var charge = find(id);
        books.answer(id, answer == Answer.APPROVE, clock.instant().minus(SandboxCharge.PATIENCE));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", charge.returnPath())
                .build();
    }

    private SandboxCharge find(String id) {
        return books.byId(id).filter(charge -> mode.isSandbox()).orElseThrow(NotFound::new);
    }

    /** What the customer says. */
    enum Answer {
        APPROVE,
        REFUSE
    }
}
