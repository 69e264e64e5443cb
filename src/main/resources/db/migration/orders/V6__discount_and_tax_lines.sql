-- amount stays the price that the offer says; charged is what the buyer pays for the line
alter table order_lines
    add discount     bigint  not null default 0,
    add tax          bigint  not null default 0 check (tax >= 0),
    add tax_included boolean not null default false,
    add tax_rate     integer not null default 0 check (tax_rate >= 0),
    add tax_name     text    not null default '',
    add charged      bigint  not null generated always as
        (amount - discount + case when tax_included then 0 else tax end) stored,
    add check (discount between 0 and amount);
comment on column order_lines.tax_rate is 'in basis points: 1900 is 19 %';

create or replace function refuse_unbalanced_order() returns trigger language plpgsql as $$
begin
    if exists (
        select from orders o
        where o.id = new.order_id and o.workspace_id = new.workspace_id
          and (o.total <> (select sum(p.amount) from payments p
                           where p.order_id = o.id and p.workspace_id = o.workspace_id and p.state = 'CHARGED')
            or o.total <> (select sum(l.charged) from payments p
                           join order_lines l on l.payment_id = p.id and l.workspace_id = p.workspace_id
                           where p.order_id = o.id and p.workspace_id = o.workspace_id and p.state = 'CHARGED'
                             and l.currency = o.currency))
    ) then
        raise exception 'Order % does not balance', new.order_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
