alter table contacts add time_zone text check (length(time_zone) between 1 and 50);
comment on column contacts.time_zone is 'as the browser named it on a sign-up form; empty when not told';
