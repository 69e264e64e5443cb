create table tax_settings (
    workspace_id uuid    not null primary key,
    mode         text    not null check (mode in ('NONE', 'INCLUDED', 'ON_TOP')),
    asks_address boolean not null,
    tax_number   text    not null
);

-- What a country takes of what is sold to it; nothing where there is no row.
create table tax_rates (
    workspace_id uuid    not null,
    country      char(2) not null,
    rate         integer not null check (rate between 1 and 10000),
    name         text    not null check (name <> ''),
    primary key (country, workspace_id)
);
comment on column tax_rates.rate is 'in basis points: 1900 is 19 %';

-- Where the buyer lives, as far as it was asked.
alter table orders
    add country text not null default '' check (country ~ '^([A-Z]{2})?$'),
    add address text not null default '';

-- Counts receipts without gaps in each year of the author's; the row stays locked until the payment is committed.
create table receipt_numbers (
    workspace_id uuid    not null,
    year         integer not null,
    last         bigint  not null,
    primary key (year, workspace_id)
);

-- The receipt of an order that is paid, with the seller as they stood on that day.
alter table orders
    add receipt_year   integer,
    add receipt_number bigint check (receipt_number > 0),
    add seller         text not null default '',
    add unique (workspace_id, receipt_year, receipt_number),
    add check ((receipt_year is null) = (receipt_number is null));

with paid as (
    select id, workspace_id, extract(year from paid_at at time zone 'UTC')::integer as year,
           row_number() over (partition by workspace_id, extract(year from paid_at at time zone 'UTC') order by number) as place
    from orders where number is not null)
update orders set receipt_year = paid.year, receipt_number = paid.place
from paid where paid.id = orders.id and paid.workspace_id = orders.workspace_id;

insert into receipt_numbers (workspace_id, year, last)
select workspace_id, receipt_year, max(receipt_number) from orders where receipt_year is not null
group by workspace_id, receipt_year;

alter table orders add check ((paid_at is null) = (receipt_number is null));
