-- A workspace's own way for its mails. Secrets are sealed. A retired one has none but what calls about its mails are known by.
create table mail_ways (
    id           uuid        not null,
    workspace_id uuid        not null,
    kind         text        not null check (kind in ('SMTP', 'SES', 'POSTMARK', 'MAILGUN')),
    details      jsonb       not null,
    secret       text        not null,
    call_key     text        not null,
    call_token   text        not null,
    chosen_at    timestamptz not null,
    retired_at   timestamptz,
    primary key (id, workspace_id),
    unique (id)
);
create unique index mail_ways_in_use on mail_ways (workspace_id) where retired_at is null;
