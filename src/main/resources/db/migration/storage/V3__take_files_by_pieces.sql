-- Files on their way in, by pieces. How far each has come is told by its file in the data folder alone.
create table uploads (
    id           uuid        not null,
    workspace_id uuid        not null,
    name         text        not null check (length(name) between 1 and 150),
    size         bigint      not null check (size > 0),
    file_id      uuid,
    begun_at     timestamptz not null,
    primary key (id, workspace_id),
    foreign key (file_id, workspace_id) references files on delete cascade
);
comment on column uploads.file_id is 'what became of it once it was there to its last byte';
create index uploads_of_file on uploads (file_id, workspace_id);
create index uploads_begun on uploads (begun_at);
