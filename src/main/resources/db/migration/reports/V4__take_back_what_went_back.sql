-- A refund that turns out not to have gone back is a happening of its own, below zero.
alter table report_happenings drop constraint report_happenings_amount_check;
alter table report_happenings add constraint report_happenings_amount_check check
    (amount >= 0 or kind in ('REFUNDED', 'REFUNDED_BUMP'));
