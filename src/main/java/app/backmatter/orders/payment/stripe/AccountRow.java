package app.backmatter.orders.payment.stripe;

import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/** An account as the database has it, its keys sealed. */
record AccountRow(
        UUID id,
        WorkspaceId workspace,
        String secretKey,
        String secretEnd,
        String webhookSecret,
        String webhookEnd,
        boolean test,
        String apiBase,
        Instant connectedAt) {}
