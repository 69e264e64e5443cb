-- A code takes a part or an amount off the prices of one product, of one funnel's checkout, or of any checkout.
create table coupons (
    id              uuid        not null,
    workspace_id    uuid        not null,
    code            text        not null check (code ~ '^[A-Z0-9_-]{3,32}$'),
    percent         integer     check (percent between 1 and 9999),
    amount          bigint      check (amount > 0),
    currency        char(3)     not null,
    product_id      uuid,
    funnel_id       uuid,
    minimum         bigint      not null check (minimum >= 0),
    starts_at       timestamptz not null,
    ends_at         timestamptz,
    stopped_at      timestamptz,
    most_uses       integer     check (most_uses > 0),
    most_per_reader integer     check (most_per_reader > 0),
    uses            integer     not null default 0 check (uses >= 0),
    created_at      timestamptz not null,
    primary key (id, workspace_id),
    unique (workspace_id, code),
    check ((percent is null) <> (amount is null)),
    check (product_id is null or funnel_id is null),
    check (ends_at >= starts_at)
);
comment on column coupons.percent is 'in basis points: 2000 is 20 %';

-- One row for each payment that is open or charged with a coupon; coupons.uses counts them. A payment that comes to
-- nothing loses its row, and the coupon has the use back.
create table coupon_uses (
    payment_id   uuid        not null,
    workspace_id uuid        not null,
    coupon_id    uuid        not null,
    code         text        not null,
    contact_id   uuid        not null,
    passage_id   uuid        not null,
    used_at      timestamptz not null,
    primary key (payment_id, workspace_id),
    foreign key (payment_id, workspace_id) references payments,
    foreign key (coupon_id, workspace_id) references coupons
);
create index coupon_uses_of_reader on coupon_uses (coupon_id, contact_id);
comment on column coupon_uses.code is 'as it read when it was typed';
