-- Printed in books and so never deleted, only pointed elsewhere. Codes are unique over all workspaces: readers type them.
create table short_links (
    id           uuid        not null,
    workspace_id uuid        not null,
    version      integer     not null,
    code         text        not null unique check (code ~ '^[a-z0-9]{7}$'),
    source_kind  text        not null check (source_kind in ('PLACE', 'CAMPAIGN', 'EMAIL')),
    source_id    uuid,
    source_label text        not null check (length(source_label) <= 100),
    target       text check (target ~ '^/[^/]'),
    created_at   timestamptz not null,
    primary key (id, workspace_id)
);

-- Written in batches. visitor is the day's key of address and browser, never the address itself.
create table clicks (
    id           uuid        not null,
    workspace_id uuid        not null,
    link_id      uuid        not null,
    visitor      uuid        not null,
    bot          boolean     not null,
    clicked_at   timestamptz not null,
    primary key (id, workspace_id),
    foreign key (link_id, workspace_id) references short_links (id, workspace_id)
);
create index clicks_by_people on clicks (link_id, workspace_id) where not bot;

-- The day's secret behind visitor keys, shared by all nodes. Yesterday's is deleted, and with it the way from key to person.
create table visitor_salts (
    day  date  not null primary key,
    salt bytea not null check (length(salt) = 32)
);
