-- Amounts are in the workspace's own currency, at the rate of their sale, so that they add up. Beside them stands what the
-- reader paid, or got back, in the reader's.
alter table report_happenings
    add sold_amount   bigint not null default 0,
    add sold_currency char(3);
update report_happenings set sold_amount = amount, sold_currency = currency where currency is not null;
alter table report_happenings
    add check ((sold_currency is null) = (currency is null)),
    add check (sold_amount >= 0 or kind in ('REFUNDED', 'REFUNDED_BUMP'));
comment on column report_happenings.currency is 'the workspace''s own when it was sold, and so is that of report_facts';
