-- Downloads that the author counts no more: who asked may download again.
alter table downloads add forgiven bigint not null default 0 check (forgiven between 0 and fetched);

-- Links that began a download, told apart by when they end. What asks for the rest by the same link goes on with it.
create table download_links (
    download_id  uuid        not null,
    workspace_id uuid        not null,
    expires_at   timestamptz not null,
    begun_at     timestamptz not null,
    primary key (download_id, workspace_id, expires_at),
    foreign key (download_id, workspace_id) references downloads on delete cascade
);
create index download_links_over on download_links (expires_at);
