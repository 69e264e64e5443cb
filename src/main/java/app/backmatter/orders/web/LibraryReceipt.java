package app.backmatter.orders.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.orders.OrderView;
import java.util.List;

/**
 * A receipt in its buyer's library.
 *
 * @param url of its file, from the first slash
 */
record LibraryReceipt(String number, String total, String url) {
    static List<LibraryReceipt> of(List<OrderView> orders, WorkspaceView workspace, String token) {
        return orders.stream()
                .map(order -> new LibraryReceipt(
                        order.receipt().toString(),
                        order.total().format(workspace.locale()),
                        "/library/" + workspace.slug() + "/" + token + "/receipts/" + order.id()))
                .toList();
    }
}
