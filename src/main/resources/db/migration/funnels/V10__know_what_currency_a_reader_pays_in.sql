-- chosen by the reader, and from the first payment on the order's; empty for the author's
alter table passages add currency text not null default '' check (currency ~ '^([A-Z]{3})?$');
