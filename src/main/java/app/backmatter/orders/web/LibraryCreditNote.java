package app.backmatter.orders.web;

import app.backmatter.accounts.WorkspaceView;
import app.backmatter.orders.MoneyBack;
import java.util.List;

/**
 * A credit note in its reader's library.
 *
 * @param url of its page, from the first slash
 */
record LibraryCreditNote(String number, String amount, String url) {
    static List<LibraryCreditNote> of(List<MoneyBack> backs, WorkspaceView workspace, String token) {
        return backs.stream()
                .map(back -> new LibraryCreditNote(
                        back.number().toString(),
                        back.amount().format(workspace.locale()),
                        "/library/" + workspace.slug() + "/" + token + "/credit-notes/" + back.refund()))
                .toList();
    }
}
