-- What somebody pays for another person. A row is there before the card is asked, and means nothing until its payment is
-- charged; then the link with the token makes the payment's things its reader's own.
alter table payments add is_present boolean not null default false;

create table presents (
    payment_id   uuid        not null,
    workspace_id uuid        not null,
    token        text        not null check (length(token) = 22),
    recipient    text        not null check (length(recipient) <= 254),
    name         text        not null check (length(name) <= 80),
    message      text        not null check (length(message) <= 500),
    leaves_at    timestamptz not null,
    claimed_at   timestamptz,
    claimed_by   uuid,
    primary key (payment_id, workspace_id),
    unique (token, workspace_id),
    foreign key (payment_id, workspace_id) references payments,
    check ((claimed_at is null) = (claimed_by is null))
);
create index presents_claimed on presents (claimed_by, workspace_id) where claimed_by is not null;
