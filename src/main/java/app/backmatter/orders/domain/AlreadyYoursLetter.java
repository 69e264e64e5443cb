package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.audience.ContactId;
import app.backmatter.catalog.ProductId;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Letter;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.orders.LineItem;
import app.backmatter.orders.OrderId;
import app.backmatter.pages.Markdown;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells buyers, in their own mailbox alone, that they have already what they were about to pay for. */
@Component
class AlreadyYoursLetter implements LetterTemplate {
    private static final String NAME = "already-yours";

    private final OrderRows rows;
    private final Entitlements entitlements;
    private final Library library;
    private final Workspaces workspaces;
    private final MessageSource messages;

    AlreadyYoursLetter(
            OrderRows rows, Entitlements entitlements, Library library, Workspaces workspaces, MessageSource messages) {
        this.rows = rows;
        this.entitlements = entitlements;
        this.library = library;
        this.workspaces = workspaces;
        this.messages = messages;
    }

    /** At most one a day for each offer: whoever types somebody else's address fills no mailbox with it. */
    static Letter of(WorkspaceId workspace, Order order, Payment payment, Instant at) {
        return new Letter(
                workspace,
                order.buyer().contact(),
                order.buyer().email(),
                NAME,
                Map.of(
                        "order", order.id().toString(),
                        "payment", payment.id().toString(),
                        "contact", order.buyer().contact().toString()),
                key(order.buyer().contact(), payment.lines().getFirst().step(), at),
                false,
                at);
    }

    private static String key(ContactId contact, UUID offer, Instant at) {
        return "%s:%s:%s:%s".formatted(NAME, contact, offer, LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Written write(Map<String, String> fields) {
        var contact = ContactId.of(fields.getOrDefault("contact", ""));
        var payment = rows.find(OrderId.of(fields.getOrDefault("order", "")))
                .orElseThrow()
                .payment(UUID.fromString(fields.getOrDefault("payment", "")));
        var owned = entitlements.notForSaleTo(contact);
        var names = names(payment, line -> owned.contains(line.product()));
        var workspace = workspaces.get(WorkspaceScope.current());
        var details = new Object[] {
            Markdown.literal(names),
            Markdown.literal(workspace.name()),
            Markdown.literal(names(payment, line -> true)),
            whereItIs(contact, payment, workspace.locale())
        };
        return new Written(
                messages.getMessage("orders.already.letter.subject", new Object[] {names}, workspace.locale()),
                messages.getMessage(
                        canDoWithout(payment, owned)
                                ? "orders.already.letter.body.without"
                                : "orders.already.letter.body",
                        details,
                        workspace.locale()),
                messages.getMessage("orders.already.letter.button", null, workspace.locale()),
                library.url(contact));
    }

    /** In the library; or there as soon as the bank has decided. */
    private String whereItIs(ContactId contact, Payment payment, Locale locale) {
        var heldBack = entitlements.heldBackFrom(contact);
        var names = names(payment, line -> heldBack.contains(line.product()));
        return names.isEmpty()
                ? messages.getMessage("orders.already.letter.library", null, locale)
                : messages.getMessage(
                        "orders.already.letter.held-back", new Object[] {Markdown.literal(names)}, locale);
    }

    /** Whether it was the order bump alone: what it came with can be ordered without it. */
    private static boolean canDoWithout(Payment payment, Set<ProductId> owned) {
        return !owned.contains(payment.lines().getFirst().product());
    }

    private static String names(Payment payment, Predicate<LineItem> such) {
        return payment.lines().stream().filter(such).map(LineItem::name).collect(Collectors.joining(", "));
    }
}
