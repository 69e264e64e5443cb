package app.backmatter.accounts.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the offered {@link WorkspaceChoices}. */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneOf.Check.class)
@interface OneOf {
    Kind value();

    String message() default "{accounts.error.choice}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    enum Kind {
        CURRENCY(WorkspaceChoices.CURRENCIES),
        LOCALE(WorkspaceChoices.LOCALES),
        TIME_ZONE(WorkspaceChoices.TIME_ZONES);

        private final Map<String, String> choices;

        Kind(Map<String, String> choices) {
            this.choices = choices;
        }
    }

    final class Check implements ConstraintValidator<OneOf, String> {
        private Map<String, String> choices = Map.of();

        @Override
        public void initialize(OneOf constraint) {
            choices = constraint.value().choices;
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value != null && choices.containsKey(value);
        }
    }
}
