package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.orders.payment.ChargeRequest;
import app.backmatter.orders.payment.ChargeResult;
import app.backmatter.orders.payment.GatewayTimeout;
import app.backmatter.orders.payment.PaymentGateway;
import java.util.Collections;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Speaks with the card processor, outside of any transaction. An empty answer means that it did not answer in time. */
@Component
class AskProcessor {
    private static final Logger log = LoggerFactory.getLogger(AskProcessor.class);

    private final PaymentGateway gateway;
    private final Workspaces workspaces;
    private final Entitlements entitlements;

    AskProcessor(PaymentGateway gateway, Workspaces workspaces, Entitlements entitlements) {
        this.gateway = gateway;
        this.workspaces = workspaces;
        this.entitlements = entitlements;
    }

    /**
     * Takes nothing for what the contact owns and would get once more, though the card is asked as if it did: so no answer
     * tells what somebody has.
     */
    Optional<ChargeResult> charge(Payment payment, ContactId buyer, ChargeRequest.Means means, String returnPath) {
        requireNoTransaction();
        var payee = workspaces.get(WorkspaceScope.current()).name();
        try {
            boolean release =
                    !payment.isPresent() && !Collections.disjoint(entitlements.notForSaleTo(buyer), payment.products());
            return Optional.of(gateway.charge(
                    new ChargeRequest(payment.idempotencyKey(), payment.amount(), means, payee, returnPath, release)));
        } catch (GatewayTimeout e) {
            log.warn("No answer for payment {}: {}", payment.id(), e.getMessage());
            return find(payment);
        }
    }

    /** Also empty when the processor never heard of the payment: its request may still be under way. */
    Optional<ChargeResult> find(Payment payment) {
        requireNoTransaction();
        try {
            return gateway.find(payment.idempotencyKey());
        } catch (GatewayTimeout e) {
            return Optional.empty();
        }
    }

    /** After this the payment is charged or never will be. */
    Optional<ChargeResult> abandon(Payment payment) {
        requireNoTransaction();
        try {
            return Optional.of(gateway.abandon(payment.idempotencyKey()));
        } catch (GatewayTimeout e) {
            return Optional.empty();
        }
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A card processor must not be asked within a transaction");
        }
    }
}
