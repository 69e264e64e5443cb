package app.backmatter.orders.interleaved;

import app.backmatter.audience.ContactId;
import app.backmatter.orders.OrderId;
import app.backmatter.orders.OrderView;
import app.backmatter.orders.Orders;
import app.backmatter.orders.domain.RefundOrder;
import app.backmatter.orders.domain.RefundViews;
import app.backmatter.orders.domain.RefundWish;
import app.backmatter.shared.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Gives back what one reader paid: all of it, a part, twice the same, or too much. */
final class Author {
    private final ContactId reader;
    private final Orders orders;
    private final RefundViews views;
    private final RefundOrder refund;
    private final Random dice;
    private final List<RefundWish> wishes = new ArrayList<>();

    Author(ContactId reader, Till till, Random dice) {
        this.reader = reader;
        this.orders = till.get(Orders.class);
        this.views = till.get(RefundViews.class);
        this.refund = till.get(RefundOrder.class);
        this.dice = dice;
    }

    /** Refused is a wish for nothing, or for more than is left. */
    void giveBack() {
        boolean again = !wishes.isEmpty() && dice.nextInt(4) == 0;
        var sold = sold();
        if (again) {
            refund.refund(wishes.get(dice.nextInt(wishes.size())));
        } else if (!sold.isEmpty()) {
            var wish = wish(sold.get(dice.nextInt(sold.size())));
            wishes.add(wish);
            refund.refund(wish);
        }
    }

    private List<OrderId> sold() {
        return orders.latest(10).stream()
                .filter(order -> order.contact().equals(reader))
                .map(OrderView::id)
                .toList();
    }

    private RefundWish wish(OrderId order) {
        var parts = new HashMap<UUID, Money>();
        boolean whole = dice.nextBoolean();
        boolean tooMuch = dice.nextInt(12) == 0;
        for (var line : views.of(order).lines()) {
            long left = line.left().minorUnits();
            long part = whole ? left : dice.nextLong(left + 1);
            parts.put(
                    line.id(), new Money(tooMuch ? left + 1 : part, line.left().currency()));
        }
        return new RefundWish(
                order, parts, new RefundWish.Terms(UUID.randomUUID(), dice.nextBoolean(), "", "Ada Quill"));
    }
}
