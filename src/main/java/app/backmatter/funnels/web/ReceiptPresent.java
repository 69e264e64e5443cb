package app.backmatter.funnels.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.orders.PresentView;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/**
 * What was bought for somebody else.
 *
 * @param day on which its link is mailed
 * @param state how it stands, as the messages know it
 */
record ReceiptPresent(String name, String to, String day, String state) {
    static ReceiptPresent of(PresentView bought, WorkspaceView workspace) {
        var present = bought.present();
        return new ReceiptPresent(
                present.name(),
                present.to().value(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(workspace.locale())
                        .format(present.leavesAt().atZone(workspace.timeZone())),
                state(bought));
    }

    private static String state(PresentView bought) {
        if (bought.isTakenBack()) {
            return "taken-back";
        }
        if (bought.isWaiting()) {
            return "waiting";
        }
        return bought.claimedAt() == null ? "mailed" : "accepted";
    }
}
