-- What became of mails, by the day on which they left in the workspace's time zone and by the domain that they went to. A
-- bounce, complaint or opening counts on the day of its mail. The domain '' stands for all of them together.
create table mail_days (
    workspace_id uuid   not null,
    day          date   not null,
    domain       text   not null check (length(domain) <= 254),
    accepted     bigint not null default 0,
    refused      bigint not null default 0,
    blocked      bigint not null default 0,
    soft         bigint not null default 0,
    hard         bigint not null default 0,
    complained   bigint not null default 0,
    opened       bigint not null default 0,
    primary key (workspace_id, day, domain)
) with (fillfactor = 70);
comment on column mail_days.refused is 'not accepted at once; each is one of blocked, soft and hard too';

-- Times when a workspace's sending was stopped because too much of it came back. seen_at is when its author read why and let
-- it go on; what the days since counted_from had come to by then is not held against it again.
create table sending_stops (
    id           uuid        not null,
    workspace_id uuid        not null,
    rate         text        not null check (rate in ('BOUNCES', 'COMPLAINTS')),
    part         bigint      not null,
    whole        bigint      not null check (whole > 0),
    at           timestamptz not null,
    seen_at      timestamptz,
    counted_from date,
    seen_counts  bigint[],
    primary key (id, workspace_id),
    check ((seen_at is null) = (counted_from is null) and (seen_at is null) = (seen_counts is null))
);
create unique index one_open_stop on sending_stops (workspace_id) where seen_at is null;
create index sending_stops_newest on sending_stops (workspace_id, id);
