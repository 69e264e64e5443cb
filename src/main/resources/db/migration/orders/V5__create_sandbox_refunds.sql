-- What the sandbox card processor gave back. Its refunds of a charge are never above it.
alter table sandbox_charges
    add refunded bigint not null default 0,
    add constraint sandbox_charges_refunded_check check (refunded between 0 and amount);

create table sandbox_refunds (
    idempotency_key varchar(255) not null primary key,
    id              text         not null unique,
    charge          text         not null references sandbox_charges (id),
    amount          bigint       not null check (amount > 0),
    currency        char(3)      not null,
    reason          text         not null,
    known_from      timestamptz  not null
);
create index sandbox_refunds_of_charge on sandbox_refunds (charge);
