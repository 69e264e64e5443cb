package app.backmatter.orders.domain;

import app.backmatter.accounts.Workspaces;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.mail.Letter;
import app.backmatter.mail.LetterTemplate;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.payment.DisputeNews;
import app.backmatter.pages.PublicAddress;
import app.backmatter.shared.EmailAddress;
import app.backmatter.shared.Money;
import app.backmatter.shared.WorkspaceId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells authors, at the address that their mails come from, how a dispute stands and what they can do. */
@Component
class DisputeLetter implements LetterTemplate {
    private static final String NAME = "dispute";

    private final OrderViews orders;
    private final Workspaces workspaces;
    private final PublicAddress address;
    private final MessageSource messages;

    DisputeLetter(OrderViews orders, Workspaces workspaces, PublicAddress address, MessageSource messages) {
        this.orders = orders;
        this.workspaces = workspaces;
        this.address = address;
        this.messages = messages;
    }

    Letter of(WorkspaceId workspace, Order order, DisputeNews news, Instant at) {
        return new Letter(
                workspace,
                null,
                new EmailAddress(workspaces.get(workspace).senderAddress()),
                NAME,
                Map.of(
                        "order", order.id().toString(),
                        "state", news.state().name(),
                        "amount", String.valueOf(news.amount().minorUnits()),
                        "currency", news.amount().currency().getCurrencyCode()),
                "%s:%s:%s".formatted(NAME, news.reference(), news.state()),
                false,
                at);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isForAuthor() {
        return true;
    }

    @Override
    public Written write(Map<String, String> fields) {
        var workspace = workspaces.get(WorkspaceScope.current());
        var order = OrderId.of(fields.getOrDefault("order", ""));
        var state = fields.getOrDefault("state", "");
        var number = String.valueOf(orders.find(order).orElseThrow().number());
        var amount = Money.of(
                        Long.parseLong(fields.getOrDefault("amount", "0")), fields.getOrDefault("currency", "USD"))
                .format(workspace.locale());
        return new Written(
                text("orders.dispute.letter.subject." + state, workspace.locale(), number),
                text("orders.dispute.letter.text." + state, workspace.locale(), number, amount),
                text("orders.dispute.letter.button", workspace.locale()),
                address.of("/w/%s/orders/%s".formatted(workspace.slug(), order)));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
