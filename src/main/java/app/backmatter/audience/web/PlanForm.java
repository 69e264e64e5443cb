package app.backmatter.audience.web;

import app.backmatter.audience.importing.Field;
import app.backmatter.audience.importing.ListImport;
import app.backmatter.audience.importing.Plan;
import app.backmatter.audience.importing.Standing;
import app.backmatter.pages.Typed;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * How a list is to be taken, as it is typed.
 *
 * @param fields one for each column, in their order
 * @param tags between commas
 */
record PlanForm(List<String> fields, String rest, String tags, String consent) {
    private static final int LONGEST_CONSENT = 2_000;
    private static final int LONGEST_TAG = 60;
    private static final int MOST_TAGS = 20;
    private static final Set<String> RESTS = Set.of("SUBSCRIBED", "HELD", "LEFT");

    PlanForm {
        fields = Objects.requireNonNullElse(fields, List.of());
        rest = Typed.line(rest);
        tags = Typed.line(tags);
        consent = Typed.text(consent);
    }

    static PlanForm of(Plan plan) {
        return new PlanForm(
                plan.fields().values().stream().map(Field::name).toList(),
                plan.rest() == null ? "" : plan.rest().name(),
                String.join(", ", plan.tags()),
                plan.consent());
    }

    /** What can't be read assigns nothing. */
    Plan toPlan(ListImport draft) {
        return draft.plan()
                .with(
                        IntStream.range(0, draft.plan().fields().size())
                                .mapToObj(this::field)
                                .toList(),
                        standing(),
                        tagList().stream()
                                .filter(tag -> tag.length() <= LONGEST_TAG)
                                .limit(MOST_TAGS)
                                .toList(),
                        consent.length() > LONGEST_CONSENT ? "" : consent);
    }

    /** Whatever must not be even in a draft. */
    void check(Plan plan, Errors errors) {
        long addresses = Collections.frequency(plan.fields().values(), Field.EMAIL);
        if (addresses != 1) {
            errors.rejectValue(
                    "fields", addresses == 0 ? "audience.import.error.no-email" : "audience.import.error.emails");
        }
        if (tagList().size() > MOST_TAGS || tagList().stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            errors.rejectValue("tags", "audience.import.error.tags");
        }
        if (consent.length() > LONGEST_CONSENT) {
            errors.rejectValue("consent", "audience.import.error.long-consent");
        }
    }

    /** What must be said before anybody is taken. */
    void checkWhole(boolean needsRest, boolean needsConsent, Errors errors) {
        if (needsRest && standing() == null) {
            errors.rejectValue("rest", "audience.import.error.rest");
        }
        if (needsConsent && consent.isEmpty()) {
            errors.rejectValue("consent", "audience.import.error.consent");
        }
    }

    private Field field(int column) {
        var name = column < fields.size() ? fields.get(column) : "";
        return Arrays.stream(Field.values())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElse(Field.NOTHING);
    }

    private @Nullable Standing standing() {
        return RESTS.contains(rest) ? Standing.valueOf(rest) : null;
    }

    private List<String> tagList() {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }
}
