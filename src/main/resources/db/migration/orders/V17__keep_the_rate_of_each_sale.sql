-- What one minor unit of the order's currency came to in minor units of the workspace's own when it was sold.
alter table orders
    add own_currency char(3),
    add rate         numeric not null default 1 check (rate > 0);
update orders set own_currency = currency;
alter table orders
    alter own_currency set not null,
    alter rate drop default,
    add constraint orders_own_rate_check check (currency <> own_currency or rate = 1);
comment on column orders.own_currency is 'the workspace''s own when it was sold: reports are in it';

-- What the workspace earned with a part that went back, in its own currency, at the rate of the sale: all parts of a line
-- take off what the line brought, and not a cent more or less.
alter table refund_lines add own bigint check (own >= 0);
update refund_lines set own = amount - tax;
alter table refund_lines alter own set not null;
