package app.backmatter.orders.domain;

import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.PresentView;
import app.backmatter.orders.present.Presents;
import app.backmatter.pages.Markdown;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says to a buyer what became of the files that money went back for: the buyer's own, and those of a present. */
@Component
class WhereThingsAre {
    private final Entitlements entitlements;
    private final Presents presents;
    private final MessageSource messages;

    WhereThingsAre(Entitlements entitlements, Presents presents, MessageSource messages) {
        this.entitlements = entitlements;
        this.presents = presents;
        this.messages = messages;
    }

    /** In Markdown. */
    String say(OrderView order, List<LineItem> paidBack, Locale locale) {
        var present = presents.of(order.id());
        Predicate<LineItem> given =
                line -> present.filter(it -> it.contains(line)).isPresent();
        var own = paidBack.stream().filter(given.negate()).toList();
        return Stream.concat(
                        own.isEmpty() ? Stream.empty() : Stream.of(own(order, own, locale)),
                        present.stream()
                                .filter(it -> paidBack.stream().anyMatch(given))
                                .map(it -> present(it, paidBack, locale)))
                .collect(Collectors.joining(" "));
    }

    private String own(OrderView order, List<LineItem> lines, Locale locale) {
        var lost = entitlements.takenBackFrom(order.contact());
        var takenBack = names(lines.stream().filter(line -> lost.contains(line.product())));
        return takenBack.isEmpty()
                ? messages.getMessage("orders.refund.letter.files.stay", null, locale)
                : messages.getMessage("orders.refund.letter.files.taken-back", new Object[] {takenBack}, locale);
    }

    private String present(PresentView present, List<LineItem> lines, Locale locale) {
        var name = Markdown.literal(present.present().name());
        var takenBack = names(lines.stream().filter(present::lost));
        return takenBack.isEmpty()
                ? messages.getMessage("orders.refund.letter.present.stays", new Object[] {name}, locale)
                : messages.getMessage(
                        "orders.refund.letter.present.taken-back", new Object[] {name, takenBack}, locale);
    }

    private static String names(Stream<LineItem> lines) {
        return lines.map(line -> Markdown.literal(line.name())).collect(Collectors.joining(", "));
    }
}
