-- What one unit of a currency comes to in the workspace's own, for readers who pay in it. Those to a currency that was the
-- workspace's own before lie still until it is so again.
create table exchange_rates (
    workspace_id uuid    not null,
    currency     char(3) not null check (currency ~ '^[A-Z]{3}$'),
    own_currency char(3) not null check (own_currency ~ '^[A-Z]{3}$'),
    rate         numeric not null check (rate > 0),
    day          date    not null,
    primary key (currency, own_currency, workspace_id),
    check (currency <> own_currency)
);

-- A product costs something else in each currency, and has a history in each.
drop index prices_one_now;
create unique index prices_one_now on prices (product_id, currency, workspace_id) where until is null;
