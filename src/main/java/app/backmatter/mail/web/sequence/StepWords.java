package app.backmatter.mail.web.sequence;

import app.backmatter.audience.RuleChoices;
import app.backmatter.mail.MergeFields;
import app.backmatter.mail.content.Block;
import app.backmatter.mail.content.CheckMail;
import app.backmatter.mail.sequence.Placed;
import app.backmatter.mail.sequence.SequenceFigures;
import app.backmatter.mail.sequence.Step;
import app.backmatter.mail.sequence.Wait;
import app.backmatter.pages.Format;
import app.backmatter.pages.Markdown;
import app.backmatter.pages.Words;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says in words what the steps of a sequence do. */
@Component
class StepWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Words words;
    private final Format format;
    private final CheckMail check;
    private final ObjectProvider<RuleChoices> choices;

    StepWords(Words words, Format format, CheckMail check, ObjectProvider<RuleChoices> choices) {
        this.words = words;
        this.format = format;
        this.check = check;
        this.choices = choices;
    }

    List<PartRow> rows(List<Placed> steps, Map<UUID, SequenceFigures.OfStep> figures) {
        return steps.stream()
                .map(step -> new PartRow(
                        step.id(),
                        step.position(),
                        step.step().kind().name().toLowerCase(Locale.ROOT),
                        title(step, steps),
                        detail(step, steps),
                        notice(step, steps),
                        depth(step, steps),
                        step.position() == steps.size() - 1,
                        figures.getOrDefault(step.id(), SequenceFigures.OfStep.NONE)))
                .toList();
    }

    /** By their ids, from first to last. */
    Map<UUID, String> titles(List<Placed> steps) {
        var titles = new LinkedHashMap<UUID, String>();
        steps.forEach(step ->
                titles.put(step.id(), words.say("mail.otherwise.step", step.position() + 1, title(step, steps))));
        return titles;
    }

    String title(Placed step, List<Placed> steps) {
        return switch (step.step()) {
            case Step.Mail mail -> mail.subject().isEmpty() ? words.say("mail.broadcasts.no-subject") : mail.subject();
            case Wait.Lasting(int amount, var unit, LocalTime at) ->
                at == null
                        ? words.say("mail.step.for." + unit, amount)
                        : words.say("mail.step.for.at", amount, TIME.format(at));
            case Wait.Weekday weekday ->
                words.say(
                        "mail.step.weekday",
                        weekday.inOrder().stream()
                                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                                .collect(Collectors.joining(", ")),
                        TIME.format(weekday.at()));
            case Wait.Day(var date, var at) -> words.say("mail.step.date", format.date(date), TIME.format(at));
            case Step.Condition condition -> words.say("mail.step.only-if", asked(condition, steps));
        };
    }

    private String asked(Step.Condition condition, List<Placed> steps) {
        var subject = switch (condition.asked()) {
            case TAGGED -> condition.subject();
            case BOUGHT -> product(condition.subject());
            case OPENED, CLICKED ->
                find(condition.subject(), steps)
                        .map(mail -> title(mail, steps))
                        .orElseGet(() -> words.say("mail.step.gone"));
        };
        return words.say("mail.asked." + condition.asked() + (condition.is() ? "" : ".not"), subject);
    }

    String product(String id) {
        return id.isEmpty()
                ? words.say("mail.asked.anything")
                : choices.stream()
                        .flatMap(each -> each.products().stream())
                        .filter(product -> product.id().toString().equals(id))
                        .map(RuleChoices.Product::name)
                        .findFirst()
                        .orElseGet(() -> words.say("mail.step.gone"));
    }

    private String detail(Placed step, List<Placed> steps) {
        return switch (step.step()) {
            case Step.Mail mail ->
                mail.content().blocks().stream()
                        .flatMap(block -> block instanceof Block.Text(var markdown)
                                ? Stream.of(Markdown.toText(markdown).replaceAll(" \\(\\{\\w+}\\)", ""))
                                : Stream.empty())
                        .collect(Collectors.joining(" "));
            case Step.Condition condition ->
                target(step, condition.otherwise(), steps)
                        .map(target -> words.say("mail.otherwise.step", target.position() + 1, title(target, steps)))
                        .orElseGet(() -> words.say("mail.otherwise.leave"));
            case Wait _ -> "";
        };
    }

    private String notice(Placed step, List<Placed> steps) {
        return switch (step.step()) {
            case Step.Mail(var subject, var preheader, var content)
            when !check.problems(subject, preheader, content, MergeFields.OF_SEQUENCES)
                    .isEmpty() -> words.say("mail.notice.unfinished");
            case Step.Mail _
            when step.position() > 0 && steps.get(step.position() - 1).step() instanceof Step.Mail ->
                words.say("mail.notice.at-once");
            case Step.Condition condition
            when condition.asked().isAboutMail()
                    && find(condition.subject(), steps)
                            .filter(mail -> mail.position() < step.position())
                            .isEmpty() -> words.say("mail.notice.no-mail");
            case Step.Condition condition
            when condition.otherwise() != null
                    && target(step, condition.otherwise(), steps).isEmpty() -> words.say("mail.notice.back");
            default -> "";
        };
    }

    private static Optional<Placed> target(Placed from, @Nullable UUID otherwise, List<Placed> steps) {
        return steps.stream()
                .filter(step -> step.id().equals(otherwise) && step.position() > from.position())
                .findFirst();
    }

    private static Optional<Placed> find(String id, List<Placed> steps) {
        return steps.stream().filter(step -> step.id().toString().equals(id)).findFirst();
    }

    /** Those conditions before it whose others go on behind it, or leave. */
    private static int depth(Placed step, List<Placed> steps) {
        return (int) steps.stream()
                .filter(before -> before.position() < step.position())
                .filter(before -> before.step() instanceof Step.Condition condition
                        && target(before, condition.otherwise(), steps)
                                .filter(to -> to.position() > step.position())
                                .isPresent())
                .count();
    }
}
