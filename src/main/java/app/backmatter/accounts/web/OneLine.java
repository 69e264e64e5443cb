package app.backmatter.accounts.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text without line breaks or other control characters, fit for a mail's header. */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "[^\\p{Cc}\\p{Zl}\\p{Zp}]*")
@ReportAsSingleViolation
@interface OneLine {
    String message() default "{accounts.error.one-line}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
