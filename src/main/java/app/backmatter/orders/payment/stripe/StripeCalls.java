package app.backmatter.orders.payment.stripe;

import app.backmatter.database.WakeJob;
import app.backmatter.pages.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Where Stripe calls. A call is written down and acknowledged; a job acts on it, so that nothing acknowledged is lost. */
@Controller
class StripeCalls {
    /** Far above any event of Stripe's. */
    private static final int LONGEST = 1_000_000;

    private final StripeAccounts accounts;
    private final KeptEvents events;
    private final WakeJob wakeJob;
    private final Clock clock;

    StripeCalls(StripeAccounts accounts, KeptEvents events, WakeJob wakeJob, Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.wakeJob = wakeJob;
        this.clock = clock;
    }

    /** @param name the account's, as it stands in the address */
    @PostMapping("/webhooks/stripe/{name}")
    ResponseEntity<Void> hear(
            @PathVariable String name,
            @RequestHeader(name = "Stripe-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        var account = accounts.named(name).orElseThrow(NotFound::new);
        var bytes = request.getInputStream().readNBytes(LONGEST + 1);
        var body = new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length > LONGEST || !CallSignature.isGood(body, signature, account.webhookSecret(), clock)) {
            return ResponseEntity.badRequest().build();
        }
        EventBody.of(body)
                .filter(event -> StripeEventKind.TO_TICK.contains(event.type()))
                .ifPresent(event -> {
                    events.keep(name, event, body, clock.instant());
                    wakeJob.now(StripeJobs.ACT);
                });
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }
}
