-- What is known of each file; the content stands in the data folder under files/<workspace>/<id>.
create table files (
    id           uuid        not null,
    workspace_id uuid        not null,
    use          text        not null check (use in ('DOWNLOAD', 'PICTURE')),
    name         text        not null check (length(name) between 1 and 150),
    content_type text        not null,
    size         bigint      not null check (size >= 0),
    stored_at    timestamptz not null,
    primary key (id, workspace_id)
);
