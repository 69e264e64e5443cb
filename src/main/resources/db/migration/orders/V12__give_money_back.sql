alter table orders
    add refunded bigint not null default 0,
    add constraint orders_refunded_check check (refunded between 0 and total);
comment on column orders.refunded is 'what went back of the total; what is on its way is not in it yet';

-- What the reader's bank holds or took back because of a dispute can't be refunded too.
alter table payments
    add disputed bigint not null default 0,
    add constraint payments_disputed_check check (disputed between 0 and amount);

-- Money that goes back from one payment. A row is there before the processor is asked, and its id is the idempotency key
-- that the processor gets. What an author means to do once is one row for each payment that it concerns.
create table refunds (
    id                uuid        not null,
    workspace_id      uuid        not null,
    order_id          uuid        not null,
    payment_id        uuid        not null,
    attempt_id        uuid        not null,
    amount            bigint      not null check (amount > 0),
    currency          char(3)     not null,
    why               text        not null,
    takes_back        boolean     not null,
    asked_by          text        not null,
    state             text        not null check (state in ('ASKED', 'PENDING', 'REFUNDED', 'REFUSED')),
    reason            text        not null default '',
    gateway_reference text        not null default '',
    asked_at          timestamptz not null,
    ask_at            timestamptz,
    settled_at        timestamptz,
    primary key (id, workspace_id),
    foreign key (order_id, workspace_id) references orders,
    foreign key (payment_id, workspace_id) references payments,
    unique (workspace_id, attempt_id, payment_id),
    check ((settled_at is null) = (state in ('ASKED', 'PENDING'))),
    check ((settled_at is null) = (ask_at is not null)),
    check ((state = 'REFUSED') = (reason <> '')),
    check ((state in ('PENDING', 'REFUNDED')) = (gateway_reference <> ''))
);
comment on column refunds.takes_back is 'whether files that nobody pays for any more are taken back';
create index refunds_of_order on refunds (order_id);
create index refunds_of_payment on refunds (payment_id);
create index refunds_to_ask on refunds (ask_at) where settled_at is null;

-- How much of which line. What cost nothing goes back as nothing with the last of what it came with.
create table refund_lines (
    refund_id    uuid   not null,
    line_id      uuid   not null,
    workspace_id uuid   not null,
    amount       bigint not null check (amount >= 0),
    tax          bigint not null check (tax between 0 and amount),
    primary key (refund_id, line_id, workspace_id),
    foreign key (refund_id, workspace_id) references refunds,
    foreign key (line_id, workspace_id) references order_lines
);
create index refund_lines_of_line on refund_lines (line_id);

-- A right that was taken back stays as a row, so that its links can say why they lead nowhere. What was given, or left
-- with the reader when the money went back, is nobody's to take.
alter table entitlements
    add given_at   timestamptz,
    add revoked_at timestamptz,
    add constraint entitlements_given_check check (revoked_at is null or given_at is null);
update entitlements set given_at = granted_at where order_id is null;
alter table entitlements add constraint entitlements_origin_check check (order_id is not null or given_at is not null);

-- Refunds are never above what was paid, for each payment and each of its lines, and the order says what went back:
-- looked at once more when a transaction that touched a refund commits.
create function refuse_unbalanced_refund() returns trigger language plpgsql as $$
begin
    if not exists (select from payments p where p.id = new.payment_id and p.workspace_id = new.workspace_id
                     and p.order_id = new.order_id and p.currency = new.currency and p.state = 'CHARGED'
                     and p.amount >= (select coalesce(sum(r.amount), 0) from refunds r
                                      where r.payment_id = p.id and r.workspace_id = p.workspace_id
                                        and r.state <> 'REFUSED'))
    or new.amount <> (select coalesce(sum(amount), 0) from refund_lines
                      where refund_id = new.id and workspace_id = new.workspace_id)
    or exists (select from refund_lines part
               join order_lines l on l.id = part.line_id and l.workspace_id = part.workspace_id
               where part.refund_id = new.id and part.workspace_id = new.workspace_id
                 and (l.payment_id <> new.payment_id
                      or l.charged < (select sum(other.amount) from refund_lines other
                                      join refunds r on r.id = other.refund_id and r.workspace_id = other.workspace_id
                                      where other.line_id = l.id and other.workspace_id = l.workspace_id
                                        and r.state <> 'REFUSED')))
    or exists (select from orders o
               where o.id = new.order_id and o.workspace_id = new.workspace_id
                 and o.refunded <> (select coalesce(sum(r.amount), 0) from refunds r
                                    where r.order_id = o.id and r.workspace_id = o.workspace_id
                                      and r.state = 'REFUNDED'))
    then
        raise exception 'The refunds of order % do not balance', new.order_id using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger refund_balances after insert or update on refunds
    deferrable initially deferred for each row execute function refuse_unbalanced_refund();
