-- What is reported of mails after they left, each report once by who reports it and what it is called there. The message
-- is one of broadcast_messages or messages, which may be forgotten before it.
create table mail_reports (
    id           uuid        not null,
    workspace_id uuid        not null,
    kind         text        not null check (kind in ('DELIVERED', 'BLOCKED', 'SOFT_BOUNCE', 'HARD_BOUNCE', 'COMPLAINT')),
    message_id   uuid,
    contact_id   uuid,
    broadcast_id uuid,
    recipient    text        not null check (length(recipient) <= 254),
    status       text        not null check (length(status) <= 20),
    words        text        not null check (length(words) <= 500),
    source       text        not null check (length(source) <= 40),
    their_id     text        not null check (length(their_id) <= 300),
    at           timestamptz not null,
    kept_at      timestamptz not null,
    primary key (id, workspace_id),
    constraint one_report_per_name unique (workspace_id, source, their_id)
);
comment on column mail_reports.at is 'when it happened, as they say; never later than kept_at';
create index mail_reports_of_address on mail_reports (workspace_id, recipient, at);
create index mail_reports_of_contact on mail_reports (contact_id, workspace_id) where contact_id is not null;
create index mail_reports_of_message on mail_reports (message_id, workspace_id) where message_id is not null;

-- From how many soft bounces on, over at least how many days, a workspace's address gets no more mail. Without a row: 5, 10.
create table bounce_rules (
    workspace_id uuid    not null primary key,
    soft_bounces integer not null check (soft_bounces between 1 and 50),
    soft_days    integer not null check (soft_days between 0 and 365)
);
