package app.backmatter.mail.web.sequence;

import app.backmatter.mail.sequence.Step;
import app.backmatter.mail.sequence.Step.Asked;
import app.backmatter.mail.sequence.Wait;
import app.backmatter.pages.Typed;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A wait or a condition as typed. What its kind does not have is empty.
 *
 * @param kind for, weekday, date or condition
 * @param asks what a condition asks, and about what: {@code BOUGHT:} and a product's id
 * @param otherwise a step's id; empty for leaving
 * @param version of the step that was opened
 */
record PartForm(
        @Nullable String kind,
        @Nullable String amount,
        @Nullable String unit,
        @Nullable String at,
        @Nullable List<String> days,
        @Nullable String date,
        @Nullable String asks,
        @Nullable String tag,
        @Nullable String is,
        @Nullable String otherwise,
        @Nullable String version) {
    static final Set<String> KINDS = Set.of("for", "weekday", "date", "condition");

    static PartForm empty(String kind) {
        return new PartForm(
                kind, "3", "DAYS", kind.equals("for") ? "" : "09:00", List.of(), "", "", "", "yes", "", "0");
    }

    static PartForm of(Step step, int version) {
        var opened = String.valueOf(version);
        return switch (step) {
            case Wait.Lasting(int amount, var unit, LocalTime at) ->
                new PartForm(
                        "for", "" + amount, unit.name(), at == null ? "" : "" + at, null, "", "", "", "", "", opened);
            case Wait.Weekday weekday ->
                new PartForm(
                        "weekday",
                        "",
                        "",
                        weekday.at().toString(),
                        weekday.inOrder().stream().map(DayOfWeek::name).toList(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        opened);
            case Wait.Day(var date, var at) ->
                new PartForm("date", "", "", at.toString(), null, date.toString(), "", "", "", "", opened);
            case Step.Condition condition ->
                new PartForm(
                        "condition",
                        "",
                        "",
                        "",
                        null,
                        "",
                        condition.asked() + ":" + (condition.asked() == Asked.TAGGED ? "" : condition.subject()),
                        condition.asked() == Asked.TAGGED ? condition.subject() : "",
                        condition.is() ? "yes" : "no",
                        condition.otherwise() == null
                                ? ""
                                : condition.otherwise().toString(),
                        opened);
            case Step.Mail _ -> empty("");
        };
    }

    String cleanKind() {
        return KINDS.contains(Typed.line(kind)) ? Typed.line(kind) : "for";
    }

    int openedVersion() {
        return Typed.line(version).matches("[0-9]{1,9}") ? Integer.parseInt(Typed.line(version)) : -1;
    }

    void check(StepChoices choices, Errors errors) {
        switch (cleanKind()) {
            case "for" -> checkAmount(errors);
            case "weekday" -> {
                if (weekdays().isEmpty()) {
                    errors.rejectValue("days", "mail.error.days");
                }
            }
            case "date" -> {
                if (day().isEmpty()) {
                    errors.rejectValue("date", "mail.error.date");
                }
            }
            default -> checkCondition(choices, errors);
        }
        boolean needsTime = Set.of("weekday", "date").contains(cleanKind());
        if (time().isEmpty() && (needsTime || !Typed.line(at).isEmpty())) {
            errors.rejectValue("at", "mail.error.time");
        }
    }

    private void checkAmount(Errors errors) {
        int most = measure() == Wait.Unit.DAYS ? Wait.MOST_DAYS : Wait.MOST_HOURS;
        if (!Typed.line(amount).matches("[0-9]{1,3}") || number() < 1 || number() > most) {
            errors.rejectValue("amount", "mail.error.wait", new Object[] {most}, null);
        }
    }

    private void checkCondition(StepChoices choices, Errors errors) {
        if (!choices.asks().containsKey(Typed.line(asks))) {
            errors.rejectValue("asks", "mail.error.asks");
        } else if (asked() == Asked.TAGGED
                && (Typed.line(tag).isEmpty() || Typed.line(tag).length() > 60)) {
            errors.rejectValue("tag", "mail.error.tag");
        }
        if (!Typed.line(otherwise).isEmpty() && !choices.later().containsKey(Typed.line(otherwise))) {
            errors.rejectValue("otherwise", "mail.error.otherwise");
        }
    }

    /** Only after {@link #check} found nothing. */
    Step toStep() {
        var clock = time().orElse(Step.MORNING);
        return switch (cleanKind()) {
            case "for" ->
                new Wait.Lasting(number(), measure(), measure() == Wait.Unit.DAYS ? time().orElse(null) : null);
            case "weekday" -> new Wait.Weekday(weekdays(), clock);
            case "date" -> new Wait.Day(day().orElseThrow(), clock);
            default ->
                new Step.Condition(
                        asked(),
                        asked() == Asked.TAGGED
                                ? Typed.line(tag)
                                : Typed.line(asks).replaceFirst("^[A-Z]+:", ""),
                        !"no".equals(is),
                        Typed.id(Typed.line(otherwise)));
        };
    }

    private Asked asked() {
        return Asked.valueOf(Typed.line(asks).replaceFirst(":.*", ""));
    }

    private int number() {
        return Integer.parseInt(Typed.line(amount));
    }

    private Wait.Unit measure() {
        return "HOURS".equals(unit) ? Wait.Unit.HOURS : Wait.Unit.DAYS;
    }

    private Set<DayOfWeek> weekdays() {
        var typed = Objects.requireNonNullElse(days, List.<String>of());
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> typed.contains(day.name()))
                .collect(Collectors.toSet());
    }

    private Optional<LocalTime> time() {
        try {
            return Optional.of(LocalTime.parse(Typed.line(at)).withSecond(0).withNano(0));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(Typed.line(date)))
                    .filter(day -> day.getYear() >= 2000 && day.getYear() < 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
