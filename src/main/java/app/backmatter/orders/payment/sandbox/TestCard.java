package app.backmatter.orders.payment.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The only cards that the sandbox takes, each with what it does when typed, when charged in one click later and when refunded. */
enum TestCard {
    VISA("Visa", "4242424242424242", Behaviour.PAYS, Behaviour.PAYS),
    MASTERCARD("Mastercard", "5555555555554444", Behaviour.PAYS, Behaviour.PAYS),
    AMERICAN_EXPRESS("American Express", "378282246310005", Behaviour.PAYS, Behaviour.PAYS),
    DECLINED("Visa", "4000000000000002", Behaviour.DECLINES, Behaviour.DECLINES),
    WITHOUT_FUNDS("Visa", "4000000000009995", Behaviour.LACKS_FUNDS, Behaviour.LACKS_FUNDS),
    AUTHENTICATED_ONCE("Visa", "4000002500003155", Behaviour.AUTHENTICATES, Behaviour.PAYS),
    AUTHENTICATED_IN_ONE_CLICK("Visa", "4000002760003184", Behaviour.PAYS, Behaviour.AUTHENTICATES),
    DECLINED_IN_ONE_CLICK("Visa", "4000000000000341", Behaviour.PAYS, Behaviour.DECLINES),
    ANSWER_LOST(
            "Visa",
            "4000000000009987",
            Behaviour.PAYS_AND_TIMES_OUT,
            Behaviour.PAYS_AND_TIMES_OUT,
            Repayment.PAYS_AND_TIMES_OUT),
    SILENT("Visa", "4000000000000119", Behaviour.PAYS_AND_STAYS_SILENT, Behaviour.PAYS),
    SLOW("Visa", "4000000000003220", Behaviour.PAYS_SLOWLY, Behaviour.PAYS, Repayment.PAYS_SLOWLY),
    REFUNDED_LATER("Visa", "4000000000007726", Behaviour.PAYS, Behaviour.PAYS, Repayment.PAYS_LATER),
    REFUND_FAILS_LATER("Visa", "4000000000005126", Behaviour.PAYS, Behaviour.PAYS, Repayment.REFUSES_LATER),
    REFUND_REFUSED("Visa", "4000000000003006", Behaviour.PAYS, Behaviour.PAYS, Repayment.REFUSES);

    private final String brand;
    private final String number;
    private final Behaviour typed;
    private final Behaviour inOneClick;
    private final Repayment afterwards;

    TestCard(String brand, String number, Behaviour typed, Behaviour inOneClick) {
        this(brand, number, typed, inOneClick, Repayment.PAYS);
    }

    TestCard(String brand, String number, Behaviour typed, Behaviour inOneClick, Repayment afterwards) {
        this.brand = brand;
        this.number = number;
        this.typed = typed;
        this.inOneClick = inOneClick;
        this.afterwards = afterwards;
    }

    static Optional<TestCard> ofNumber(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    static Optional<TestCard> ofReference(String reference) {
        return Arrays.stream(values())
                .filter(card -> card.reference().equals(reference))
                .findFirst();
    }

    Behaviour typed() {
        return typed;
    }

    Behaviour inOneClick() {
        return inOneClick;
    }

    Repayment afterwards() {
        return afterwards;
    }

    /** The name under which the sandbox keeps the card for later. */
    String reference() {
        return "sandbox:" + name();
    }

    String shown() {
        return brand + " •••• " + number.substring(number.length() - 4);
    }
}
