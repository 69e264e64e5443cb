package app.backmatter.reports.domain;

/** The statements that turn events into facts. All may be run again with the same rows and change nothing. */
final class FactSql {
    /**
     * Ends each statement that adds to facts. The earliest sighting counts. What a sale is due to stands; before one, a
     * letter that brought the reader back counts more than where the way began, and a known source more than none.
     */
    private static final String MERGE = """
        on conflict (revision_id, step_id, subject_id, workspace_id) do update set
            source = case
                when excluded.currency is not null then excluded.source
                when f.currency is not null then f.source
                when f.source = 'DIRECT' or excluded.source like 'EMAIL%' then excluded.source
                else f.source end,
            bot = f.bot and excluded.bot,
            seen_at = least(f.seen_at, excluded.seen_at),
            taken_at = least(f.taken_at, excluded.taken_at),
            confirmed_at = least(f.confirmed_at, excluded.confirmed_at),
            declined_at = least(f.declined_at, excluded.declined_at),
            card_declines = f.card_declines + excluded.card_declines,
            orders = f.orders + excluded.orders,
            revenue = f.revenue + excluded.revenue,
            bumps = f.bumps + excluded.bumps,
            bump_revenue = f.bump_revenue + excluded.bump_revenue,
            refunded = f.refunded + excluded.refunded,
            bump_refunded = f.bump_refunded + excluded.bump_refunded,
            currency = coalesce(f.currency, excluded.currency)
        """;

    static final String SEE = """
        insert into report_facts as f
            (workspace_id, funnel_id, revision_id, step_id, subject_id, source, bot, seen_at, taken_at)
        select workspace_id, funnel_id, revision_id, step_id, subject_id,
            coalesce(max(source) filter (where source like 'EMAIL%'),
                max(source) filter (where source <> 'DIRECT'), 'DIRECT'), bool_and(bot), min(seen_at), min(taken_at)
        from jsonb_to_recordset(cast(:rows as jsonb)) as r (workspace_id uuid, funnel_id uuid, revision_id uuid,
            step_id uuid, subject_id uuid, source text, bot boolean, seen_at timestamptz, taken_at timestamptz)
        group by workspace_id, funnel_id, revision_id, step_id, subject_id
        order by revision_id, step_id, subject_id, workspace_id
        """ + MERGE;

    /** Locks each passage, so that whoever comes second, sign-up or payment, sees the first. */
    static final String MEET = """
        insert into report_passages as p (id, workspace_id)
        select distinct passage_id, workspace_id
        from jsonb_to_recordset(cast(:rows as jsonb)) as r (passage_id uuid, workspace_id uuid)
        order by passage_id, workspace_id
        on conflict (id, workspace_id) do update set visitor_id = p.visitor_id
        """;

    /** Tells how each passage began; like {@link #MEET} it locks them. */
    static final String BEGIN = """
        insert into report_passages as p
            (id, workspace_id, funnel_id, revision_id, entry_step, visitor_id, source, bot, signed_up_at)
        select passage_id, workspace_id, funnel_id, revision_id, step_id, subject_id, source, bot, taken_at
        from jsonb_to_recordset(cast(:rows as jsonb)) as r (workspace_id uuid, passage_id uuid, funnel_id uuid,
            revision_id uuid, step_id uuid, subject_id uuid, source text, bot boolean, taken_at timestamptz)
        order by passage_id, workspace_id
        on conflict (id, workspace_id) do update set
            funnel_id = excluded.funnel_id, revision_id = excluded.revision_id, entry_step = excluded.entry_step,
            visitor_id = excluded.visitor_id, source = excluded.source, bot = excluded.bot,
            signed_up_at = coalesce(p.signed_up_at, excluded.signed_up_at)
        """;

    static final String NOTE = """
        insert into report_happenings
            (id, workspace_id, passage_id, step_id, kind, at, source, opens_order, amount, currency, sold_amount,
             sold_currency)
        select id, workspace_id, passage_id, step_id, kind, at, source, opens_order, amount, currency, sold_amount,
            sold_currency
        from jsonb_to_recordset(cast(:rows as jsonb)) as r (id text, workspace_id uuid, passage_id uuid,
            step_id uuid, kind text, at timestamptz, source text, opens_order boolean, amount bigint, currency char(3),
            sold_amount bigint, sold_currency char(3))
        on conflict (id, workspace_id) do nothing
        """;

    /** Counts what happened on ways whose beginning is known. What happens on the entry step is its visitor's. */
    static final String CREDIT = """
        with credited as (
            update report_happenings h set credited = true
            from report_passages p,
                (select distinct workspace_id, passage_id
                 from jsonb_to_recordset(cast(:rows as jsonb)) as r (workspace_id uuid, passage_id uuid)) r
            where p.id = r.passage_id and p.workspace_id = r.workspace_id and p.visitor_id is not null
                and h.passage_id = p.id and h.workspace_id = p.workspace_id and not h.credited
            returning h.workspace_id, h.step_id, h.kind, h.at, h.opens_order, h.amount, h.currency,
                p.funnel_id, p.revision_id, p.bot, coalesce(h.source, p.source) as source,
                case when h.step_id = p.entry_step then p.visitor_id else p.id end as subject_id
        )
        insert into report_facts as f
            (workspace_id, funnel_id, revision_id, step_id, subject_id, source, bot, seen_at, taken_at, confirmed_at,
             declined_at, card_declines, orders, revenue, bumps, bump_revenue, refunded, bump_refunded, currency)
        select workspace_id, funnel_id, revision_id, step_id, subject_id,
            coalesce(min(source) filter (where currency is not null), min(source)), bool_and(bot), min(at),
            min(at) filter (where kind = 'PAID'),
            min(at) filter (where kind = 'CONFIRMED'),
            min(at) filter (where kind = 'DECLINED'),
            count(*) filter (where kind = 'CARD_DECLINED'),
            count(*) filter (where kind = 'PAID' and opens_order),
            coalesce(sum(amount) filter (where kind = 'PAID'), 0),
            count(*) filter (where kind = 'PAID_BUMP'),
            coalesce(sum(amount) filter (where kind = 'PAID_BUMP'), 0),
            coalesce(sum(amount) filter (where kind = 'REFUNDED'), 0),
            coalesce(sum(amount) filter (where kind = 'REFUNDED_BUMP'), 0),
            min(currency)
        from credited
        group by workspace_id, funnel_id, revision_id, step_id, subject_id
        order by revision_id, step_id, subject_id, workspace_id
        """ + MERGE;

    private FactSql() {}
}
