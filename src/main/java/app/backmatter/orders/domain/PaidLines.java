package app.backmatter.orders.domain;

/** Lines of charged payments for hand-written SQL, which gives the workspace as {@code :workspace}. */
final class PaidLines {
    /** What went back of the line {@code line}; null while nothing did. What is on its way is not in it. */
    static final String WENT_BACK = """
        (select sum(part.amount) from refund_lines part
         join refunds on refunds.id = part.refund_id and refunds.workspace_id = part.workspace_id
         where part.line_id = line.id and part.workspace_id = line.workspace_id and refunds.state = 'REFUNDED')
        """;

    /** Each with the contact who has it: the buyer, or whoever claimed it as a present, nobody until then. */
    private static final String ALL = """
        select case when payments.is_present then presents.claimed_by else orders.contact_id end as contact_id,
               orders.id as order_id, line.product_id
        from orders
        join payments on payments.order_id = orders.id and payments.workspace_id = orders.workspace_id
             and payments.state = 'CHARGED'
        left join presents on presents.payment_id = payments.id and presents.workspace_id = orders.workspace_id
        join order_lines line on line.payment_id = payments.id and line.workspace_id = orders.workspace_id
        """;

    /** Those of which something is left, or which cost nothing and did not go back with the rest of their payment. */
    static final String STANDING = ALL + """
        where orders.workspace_id = :workspace and coalesce(%s, -1) < line.charged
        """.formatted(WENT_BACK);

    private static final String IN_DISPUTE = inDispute("'OPEN', 'LOST'");

    /** Those of standing lines whose money nobody wants back. */
    static final String UNDISPUTED = STANDING + " and not " + IN_DISPUTE;

    /** Those whose money a bank wants back, or took back. */
    static final String DISPUTED = ALL + " where orders.workspace_id = :workspace and " + IN_DISPUTE;

    /** Those whose money a bank wants back, and holds until it has decided. */
    static final String UNDECIDED = ALL + " where orders.workspace_id = :workspace and " + inDispute("'OPEN'");

    private PaidLines() {}

    private static String inDispute(String states) {
        return """
            exists (select from disputes where disputes.payment_id = payments.id
                      and disputes.workspace_id = payments.workspace_id and disputes.state in (%s))
            """.formatted(states);
    }
}
