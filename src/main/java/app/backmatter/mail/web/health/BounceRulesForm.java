package app.backmatter.mail.web.health;

import app.backmatter.mail.bounce.BounceRules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** When soft bounces are too many, as it is typed. */
record BounceRulesForm(
        @NotNull(message = "{mail.health.rules.error.bounces}")
        @Min(value = 1, message = "{mail.health.rules.error.bounces}")
        @Max(value = 50, message = "{mail.health.rules.error.bounces}")
        @Nullable
        Integer softBounces,

        @NotNull(message = "{mail.health.rules.error.days}")
        @Min(value = 0, message = "{mail.health.rules.error.days}")
        @Max(value = 365, message = "{mail.health.rules.error.days}")
        @Nullable
        Integer softDays) {

    static BounceRulesForm of(BounceRules rules) {
        return new BounceRulesForm(rules.softBounces(), rules.softDays());
    }

    BounceRules rules() {
        return new BounceRules(
                softBounces == null ? BounceRules.USUAL.softBounces() : softBounces,
                softDays == null ? BounceRules.USUAL.softDays() : softDays);
    }
}
