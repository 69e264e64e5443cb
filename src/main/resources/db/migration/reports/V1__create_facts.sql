-- A reader's way through a funnel, as far as reports know it. A payment may be heard of before the sign-up that it
-- follows: then the row holds nothing but the id until its beginning is told. A funnel that begins with an offer has ways without a sign-up.
create table report_passages (
    id           uuid not null,
    workspace_id uuid not null,
    funnel_id    uuid,
    revision_id  uuid,
    entry_step   uuid,
    visitor_id   uuid,
    source       text,
    bot          boolean,
    signed_up_at timestamptz,
    primary key (id, workspace_id),
    check (num_nulls(funnel_id, revision_id, entry_step, visitor_id, source, bot) in (0, 6)),
    check (signed_up_at is null or visitor_id is not null)
);
create index report_passages_by_time on report_passages (workspace_id, signed_up_at desc) where signed_up_at is not null;

-- What happened on a way, once each however often it is told. Credited as soon as it is counted in a fact below.
create table report_happenings (
    id           text        not null,
    workspace_id uuid        not null,
    passage_id   uuid        not null,
    step_id      uuid        not null,
    kind         text        not null check (kind in ('CONFIRMED', 'DECLINED', 'CARD_DECLINED', 'PAID', 'PAID_BUMP')),
    at           timestamptz not null,
    opens_order  boolean     not null,
    amount       bigint      not null check (amount >= 0),
    currency     char(3),
    credited     boolean     not null default false,
    primary key (id, workspace_id),
    foreign key (passage_id, workspace_id) references report_passages,
    check (currency is not null or amount = 0)
);
create index report_happenings_by_passage on report_happenings (passage_id, workspace_id) where not credited;
create index report_happenings_payments on report_happenings (workspace_id, at) where kind in ('PAID', 'PAID_BUMP');

-- One row for each subject who met a step of a revision: the visitor's key on the entry page, the passage on the others.
-- Rates are made of these rows alone, each counted in the period in which it was seen, so that none can pass 100 %.
create table report_facts (
    revision_id   uuid        not null,
    step_id       uuid        not null,
    subject_id    uuid        not null,
    workspace_id  uuid        not null,
    funnel_id     uuid        not null,
    source        text        not null check (source ~ '^(PLACE|EMAIL|CAMPAIGN|DIRECT)'),
    bot           boolean     not null,
    seen_at       timestamptz not null,
    taken_at      timestamptz,
    confirmed_at  timestamptz,
    declined_at   timestamptz,
    card_declines integer     not null default 0,
    orders        integer     not null default 0,
    revenue       bigint      not null default 0,
    bumps         integer     not null default 0,
    bump_revenue  bigint      not null default 0,
    currency      char(3),
    -- who paid is no bot, whatever their browser calls itself
    counted       boolean     generated always as (not bot or revenue > 0) stored,
    primary key (revision_id, step_id, subject_id, workspace_id),
    check (seen_at <= taken_at and seen_at <= declined_at and seen_at <= confirmed_at),
    check (currency is not null or revenue + bump_revenue = 0)
);
comment on column report_facts.source is 'kind, then a colon and the id or the campaign''s name: PLACE:…, EMAIL:…, CAMPAIGN:…, DIRECT';
comment on column report_facts.revenue is 'without the order bump, which has its own column';
create index report_facts_by_time on report_facts (workspace_id, funnel_id, seen_at);
