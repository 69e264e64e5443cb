package app.backmatter.mail.bounce;

import app.backmatter.audience.Audience;
import app.backmatter.audience.Suppression;
import app.backmatter.audience.SuppressionReason;
import app.backmatter.audience.Suppressions;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What new reports change for the addresses that they are about, in the workspace in scope. */
@Component
class Consequences {
    /** How the end of a consent tells where it came from. */
    static final String ORIGIN = "complaint";

    private final Audience audience;
    private final Suppressions suppressions;
    private final SoftBounces softBounces;

    Consequences(Audience audience, Suppressions suppressions, SoftBounces softBounces) {
        this.audience = audience;
        this.suppressions = suppressions;
        this.softBounces = softBounces;
    }

    void of(List<Case> cases) {
        var tooMany = softBounces.tooMany(cases.stream()
                .filter(of(ReportKind.SOFT_BOUNCE))
                .map(Case::recipient)
                .toList());
        suppressions.suppress(Stream.of(
                        suppressed(cases, SuppressionReason.HARD_BOUNCE, of(ReportKind.HARD_BOUNCE)),
                        suppressed(cases, SuppressionReason.COMPLAINT, of(ReportKind.COMPLAINT)),
                        suppressed(
                                cases,
                                SuppressionReason.SOFT_BOUNCES,
                                of(ReportKind.SOFT_BOUNCE).and(one -> tooMany.contains(one.recipient()))))
                .flatMap(each -> each)
                .toList());
        cases.stream()
                .filter(of(ReportKind.COMPLAINT))
                .filter(one -> one.contact() != null)
                .forEach(one -> audience.unsubscribe(Objects.requireNonNull(one.contact()), ORIGIN, one.at()));
    }

    private static Predicate<Case> of(ReportKind kind) {
        return one -> one.kind() == kind;
    }

    private static Stream<Suppression> suppressed(List<Case> cases, SuppressionReason reason, Predicate<Case> which) {
        return cases.stream()
                .filter(which)
                .map(one ->
                        new Suppression(one.recipient(), reason, one.report().words(), one.at()));
    }
}
