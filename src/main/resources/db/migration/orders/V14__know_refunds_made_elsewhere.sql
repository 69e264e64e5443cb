-- Money that the author gave back on the card processor's own site is a refund of the order, too.
alter table refunds drop constraint refunds_giver_check;
alter table refunds add constraint refunds_giver_check check (giver in ('AUTHOR', 'PROCESSOR', 'BANK'));
