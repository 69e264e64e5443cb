-- The books of the sandbox card processor. It plays an outside company: it knows no workspaces, has its own
-- transactions, and remembers what it charged when the application is killed.
create table sandbox_charges (
    idempotency_key varchar(255) not null primary key,
    body            text         not null,
    id              text         not null unique,
    card            text         not null,
    amount          bigint       not null check (amount >= 0),
    currency        char(3)      not null,
    description     text         not null,
    return_path     text         not null,
    state           text         not null check (state in ('CHARGED', 'REFUSED', 'WAITING')),
    reason          text         not null,
    asked_at        timestamptz  not null,
    silent_until    timestamptz  not null,
    check ((state = 'REFUSED') = (reason <> ''))
);
