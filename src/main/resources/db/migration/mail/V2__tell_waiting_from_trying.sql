-- A message that is claimed before its moment has come goes back to the queue: that was no try to send it.
alter table messages add waited integer not null default 0 check (waited between 0 and attempts);
alter table account_messages add waited integer not null default 0 check (waited between 0 and attempts);
comment on column messages.waited is 'counts the claims that found nothing to send yet';
