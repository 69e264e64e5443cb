-- A funnel is edited as one draft and published as revisions that never change again.
create table funnels (
    id           uuid        not null,
    workspace_id uuid        not null,
    name         text        not null check (length(name) between 1 and 120),
    slug         text        not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
    draft        jsonb       not null,
    version      bigint      not null,
    created_at   timestamptz not null,
    revision_id  uuid,
    withdrawn_at timestamptz,
    primary key (id, workspace_id),
    unique (workspace_id, slug),
    check (withdrawn_at is null or revision_id is not null)
);

create table funnel_revisions (
    id           uuid        not null,
    workspace_id uuid        not null,
    funnel_id    uuid        not null,
    number       integer     not null check (number > 0),
    content      jsonb       not null,
    published_at timestamptz not null,
    published_by text        not null,
    primary key (id, workspace_id),
    unique (workspace_id, funnel_id, number),
    unique (id, funnel_id, workspace_id),
    foreign key (funnel_id, workspace_id) references funnels
);

-- what a funnel shows is a revision of its own
alter table funnels
    add foreign key (revision_id, id, workspace_id) references funnel_revisions (id, funnel_id, workspace_id);
