-- The mailbox that a workspace's bounces and complaints come to, and how far it is read.
create table bounce_mailboxes (
    workspace_id uuid        not null primary key,
    host         text        not null check (length(host) <= 253),
    port         integer     not null check (port between 1 and 65535),
    security     text        not null check (security in ('TLS', 'STARTTLS', 'NONE')),
    username     text        not null check (length(username) <= 254),
    password     text        not null,
    folder       text        not null check (length(folder) <= 200),
    uid_validity bigint      not null default 0,
    last_uid     bigint      not null default 0,
    kept         bigint      not null default 0,
    checked_at   timestamptz,
    problem      text        not null default '' check (length(problem) <= 300)
);
comment on column bounce_mailboxes.password is 'sealed';
comment on column bounce_mailboxes.last_uid is 'mails up to this one were looked at, as long as uid_validity is the server''s';
comment on column bounce_mailboxes.kept is 'how many reports came from it';
