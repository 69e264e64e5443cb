package app.backmatter.funnels.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.orders.PresentView;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/**
 * What was bought for somebody else.
 *
 * @param day on which its link is mailed
 */
record ReceiptPresent(String name, String to, String day, boolean takenBack, boolean waiting) {
    static ReceiptPresent of(PresentView bought, WorkspaceView workspace) {
        var present = bought.present();
        return new ReceiptPresent(
                present.name(),
                present.to().value(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(workspace.locale())
                        .format(present.leavesAt().atZone(workspace.timeZone())),
                bought.isTakenBack(),
                bought.isWaiting());
    }
}
