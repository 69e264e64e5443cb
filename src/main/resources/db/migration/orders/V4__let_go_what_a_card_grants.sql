-- asked for as if it were to be charged, and let go
alter table sandbox_charges add release boolean not null default false;
alter table sandbox_charges alter release drop default;
