package app.backmatter.orders;

import static app.backmatter.support.OrderFixtures.line;

import app.backmatter.Backmatter;
import app.backmatter.database.WorkspaceScope;
import app.backmatter.support.AccountFixtures;
import app.backmatter.support.OrderFixtures;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/** The application in a process of its own; with {@code --pay} it takes one payment by a card that answers slowly. */
final class CheckoutProcess {
    private static final String SLOW = "4000000000003220";

    private CheckoutProcess() {}

    public static void main(String[] arguments) {
        var context = SpringApplication.run(
                new Class<?>[] {Backmatter.class, AccountFixtures.class, OrderFixtures.class}, arguments);
        if (Arrays.asList(arguments).contains("--pay")) {
            pay(context);
        }
    }

    private static void pay(ApplicationContext context) {
        var workspace = context.getBean(AccountFixtures.class).workspace();
        var workbook = line("Workbook", OfferKind.TRIPWIRE, 2700);
        var audio = line("Audio edition", OfferKind.ORDER_BUMP, 900);
        WorkspaceScope.run(workspace.id(), () -> {
            var reader = context.getBean(OrderFixtures.class).buyer();
            context.getBean(Checkout.class).pay(OrderFixtures.request(reader, SLOW, workbook, audio));
        });
    }
}
