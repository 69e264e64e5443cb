-- An order comes into being unpaid with the first try to pay it, and gets its number when money came in.
create table orders (
    id           uuid        not null,
    workspace_id uuid        not null,
    passage_id   uuid        not null,
    funnel_id    uuid        not null,
    contact_id   uuid        not null,
    email        text        not null,
    reader_name  text        not null,
    source_kind  text        not null check (source_kind in ('PLACE', 'CAMPAIGN', 'EMAIL', 'DIRECT')),
    source_id    uuid,
    source_label text        not null,
    currency     char(3)     not null,
    total        bigint      not null default 0 check (total >= 0),
    placed_at    timestamptz not null,
    paid_at      timestamptz,
    number       bigint      check (number > 0),
    card         text        not null default '',
    saved_card   text        not null default '',
    primary key (id, workspace_id),
    unique (workspace_id, passage_id),
    unique (workspace_id, number),
    check ((paid_at is null) = (number is null)),
    check ((paid_at is null) = (total = 0))
);

create table order_numbers (
    workspace_id uuid   not null primary key,
    last         bigint not null
);

-- One row for each try; its id is the idempotency key that the processor gets. The card itself is nowhere.
create table payments (
    id                 uuid        not null,
    workspace_id       uuid        not null,
    order_id           uuid        not null,
    attempt_id         uuid        not null,
    try_number         integer     not null check (try_number > 0),
    body_hash          text        not null,
    amount             bigint      not null check (amount > 0),
    currency           char(3)     not null,
    state              text        not null check (state in ('STARTED', 'NEEDS_AUTHENTICATION', 'CHARGED', 'DECLINED')),
    reason             text        not null default '',
    authentication_url text        not null default '',
    gateway_reference  text        not null default '',
    started_at         timestamptz not null,
    ask_at             timestamptz,
    settled_at         timestamptz,
    primary key (id, workspace_id),
    foreign key (order_id, workspace_id) references orders,
    unique (workspace_id, attempt_id, try_number),
    check ((settled_at is null) = (state in ('STARTED', 'NEEDS_AUTHENTICATION'))),
    check ((settled_at is null) = (ask_at is not null)),
    check ((state = 'DECLINED') = (reason <> '')),
    check ((state = 'CHARGED') = (gateway_reference <> '')),
    check ((state = 'NEEDS_AUTHENTICATION') = (authentication_url <> ''))
);
create unique index payments_live_try on payments (workspace_id, attempt_id) where state <> 'DECLINED';
create index payments_of_order on payments (order_id);
create index payments_to_ask on payments (ask_at) where settled_at is null;

-- What a payment was for. The lines of an order are those of its charged payments.
create table order_lines (
    id           uuid    not null,
    workspace_id uuid    not null,
    payment_id   uuid    not null,
    position     integer not null,
    product_id   uuid    not null,
    name         text    not null,
    kind         text    not null check (kind in ('TRIPWIRE', 'ORDER_BUMP', 'UPSELL', 'DOWN_SELL', 'CROSS_SELL')),
    step_id      uuid    not null,
    amount       bigint  not null check (amount >= 0),
    currency     char(3) not null,
    primary key (id, workspace_id),
    foreign key (payment_id, workspace_id) references payments,
    unique (payment_id, position)
);
create index order_lines_of_product on order_lines (product_id);

-- The right to a product's files: bought with an order, or given when there is none.
create table entitlements (
    id           uuid        not null,
    workspace_id uuid        not null,
    contact_id   uuid        not null,
    product_id   uuid        not null,
    order_id     uuid,
    granted_at   timestamptz not null,
    primary key (id, workspace_id),
    foreign key (order_id, workspace_id) references orders,
    unique (contact_id, product_id, workspace_id)
);

-- One row for each file of an entitlement that its owner was shown, counting how often it was fetched.
create table downloads (
    id               uuid   not null,
    workspace_id     uuid   not null,
    entitlement_id   uuid   not null,
    file_id          uuid   not null,
    fetched          bigint not null default 0,
    last_fetched_at  timestamptz,
    primary key (id, workspace_id),
    foreign key (entitlement_id, workspace_id) references entitlements,
    unique (entitlement_id, file_id, workspace_id),
    check ((fetched = 0) = (last_fetched_at is null))
);

-- Lines = order = charged payments, whoever writes: looked at once more when a transaction that charged commits.
create function refuse_unbalanced_order() returns trigger language plpgsql as $$
begin
    if exists (
        select from orders o
        where o.id = new.order_id and o.workspace_id = new.workspace_id
          and (o.total <> (select sum(p.amount) from payments p
                           where p.order_id = o.id and p.workspace_id = o.workspace_id and p.state = 'CHARGED')
            or o.total <> (select sum(l.amount) from payments p
                           join order_lines l on l.payment_id = p.id and l.workspace_id = p.workspace_id
                           where p.order_id = o.id and p.workspace_id = o.workspace_id and p.state = 'CHARGED'
                             and l.currency = o.currency))
    ) then
        raise exception 'Order % does not balance', new.order_id using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger order_balances after insert or update on payments
    deferrable initially deferred for each row when (new.state = 'CHARGED')
    execute function refuse_unbalanced_order();
