package app.backmatter.mail.domain;

/** The two tables that messages wait in: those of workspaces, and those of the installation. */
enum Pile {
    WORKSPACES(
            "messages",
            "marketing, due_at",
            "m.workspace_id, m.contact_id, m.marketing",
            "id = :id and workspace_id = :workspace",
            ""),
    // what has left is nobody's to read again: it holds a link that signs in
    ACCOUNTS(
            "account_messages",
            "due_at",
            "null::uuid as workspace_id, null::uuid as contact_id, false as marketing",
            "id = :id",
            ", html = null, plain = null");

    final String table;
    final String order;
    final String owner;
    final String row;
    final String onceSent;

    Pile(String table, String order, String owner, String row, String onceSent) {
        this.table = table;
        this.order = order;
        this.owner = owner;
        this.row = row;
        this.onceSent = onceSent;
    }
}
