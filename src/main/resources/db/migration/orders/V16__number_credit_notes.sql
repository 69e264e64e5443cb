-- Counts credit notes without gaps in each year of the author's; the row stays locked until the refund is committed.
create table credit_note_numbers (
    workspace_id uuid    not null,
    year         integer not null,
    last         bigint  not null,
    primary key (year, workspace_id)
);

-- The credit note of a refund whose money went back, with the seller as they stood on that day.
alter table refunds
    add credited_at   timestamptz,
    add credit_year   integer,
    add credit_number bigint check (credit_number > 0),
    add seller        text not null default '',
    add unique (workspace_id, credit_year, credit_number),
    add check ((credit_year is null) = (credit_number is null)),
    add check ((credit_year is null) = (credited_at is null));
comment on column refunds.credit_number is 'kept by a refund that is undone, whose credit note is void';

with back as (
    select id, workspace_id, extract(year from settled_at at time zone 'UTC')::integer as year,
           row_number() over (partition by workspace_id, extract(year from settled_at at time zone 'UTC')
                              order by settled_at, id) as place
    from refunds where state = 'REFUNDED')
update refunds set credited_at = settled_at, credit_year = back.year, credit_number = back.place
from back where back.id = refunds.id and back.workspace_id = refunds.workspace_id;

insert into credit_note_numbers (workspace_id, year, last)
select workspace_id, credit_year, max(credit_number) from refunds where credit_year is not null
group by workspace_id, credit_year;
