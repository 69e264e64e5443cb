-- What went back is a happening of its own, dated like the payment that it takes from: so a period's revenue is what its
-- sales brought, whenever a refund came.
alter table report_happenings drop constraint report_happenings_kind_check;
alter table report_happenings add constraint report_happenings_kind_check check
    (kind in ('CONFIRMED', 'DECLINED', 'CARD_DECLINED', 'PAID', 'PAID_BUMP', 'REFUNDED', 'REFUNDED_BUMP'));
drop index report_happenings_payments;
create index report_happenings_payments on report_happenings (workspace_id, at)
    where kind in ('PAID', 'PAID_BUMP', 'REFUNDED', 'REFUNDED_BUMP');

alter table report_facts
    add refunded      bigint not null default 0,
    add bump_refunded bigint not null default 0;
comment on column report_facts.revenue is 'without the order bump, which has its own column, and whatever went back of it';
comment on column report_facts.refunded is 'what went back of the revenue';
