package app.backmatter.support;

import app.backmatter.audience.Suppression;
import app.backmatter.audience.SuppressionReason;
import app.backmatter.audience.Suppressions;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.WorkspaceId;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Addresses that get no mail. */
@Component
public class SuppressionFixtures {
    private final Suppressions suppressions;
    private final Clock clock;

    SuppressionFixtures(Suppressions suppressions, Clock clock) {
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** One for each reason, such as hard_bounce@example.org. */
    public void some(WorkspaceId workspace) {
        WorkspaceScope.run(
                workspace,
                () -> suppressions.suppress(Arrays.stream(SuppressionReason.values())
                        .map(reason -> new Suppression(
                                new EmailAddress(reason.name().toLowerCase(Locale.ROOT) + "@example.org"),
                                reason,
                                "550 5.1.1 <" + reason + ">: said so",
                                clock.instant()))
                        .toList()));
    }

    public void one(WorkspaceId workspace, String email, String words) {
        WorkspaceScope.run(
                workspace,
                () -> suppressions.suppress(List.of(new Suppression(
                        new EmailAddress(email), SuppressionReason.HARD_BOUNCE, words, clock.instant()))));
    }
}
