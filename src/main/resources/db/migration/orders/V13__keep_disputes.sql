-- A buyer has told the bank that a charge was wrong. What was bought is held back while it is open, and when it is lost.
create table disputes (
    id           uuid        not null,
    workspace_id uuid        not null,
    order_id     uuid        not null,
    payment_id   uuid        not null,
    reference    text        not null,
    amount       bigint      not null check (amount > 0),
    currency     char(3)     not null,
    reason       text        not null,
    state        text        not null check (state in ('INQUIRY', 'OPEN', 'WON', 'LOST')),
    opened_at    timestamptz not null,
    answer_by    timestamptz,
    closed_at    timestamptz,
    primary key (id, workspace_id),
    foreign key (order_id, workspace_id) references orders,
    foreign key (payment_id, workspace_id) references payments,
    unique (workspace_id, reference),
    check ((closed_at is null) = (state in ('INQUIRY', 'OPEN')))
);
comment on column disputes.reference is 'the processor''s id of it';
create index disputes_of_order on disputes (order_id);
create index disputes_of_payment on disputes (payment_id);

alter table entitlements add paused_at timestamptz;
comment on column entitlements.paused_at is 'since when it is held back because the payment for it is disputed';
create index payments_by_charge on payments (gateway_reference) where gateway_reference <> '';

-- What a bank took at the end of a dispute is gone like a refund: it is one, which nobody here asked for.
alter table refunds add giver text not null default 'AUTHOR' check (giver in ('AUTHOR', 'BANK'));
alter table refunds alter giver drop default;
comment on column refunds.giver is 'who gave the money back';
