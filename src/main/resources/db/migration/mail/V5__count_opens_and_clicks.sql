-- That a link in somebody's mail was followed, or its picture fetched: as it came, told apart when it is counted.
create table mail_clicks (
    id           uuid        not null,
    workspace_id uuid        not null,
    message_id   uuid        not null,
    link_id      uuid        not null,
    scanner      boolean     not null,
    at           timestamptz not null,
    primary key (id, workspace_id),
    foreign key (message_id, workspace_id) references broadcast_messages on delete cascade,
    foreign key (link_id, workspace_id) references mail_links
);
comment on column mail_clicks.scanner is 'a program followed it, by the name that it gives';
create index mail_clicks_of_message on mail_clicks (message_id, workspace_id);

create table mail_opens (
    id           uuid        not null,
    workspace_id uuid        not null,
    message_id   uuid        not null,
    through      text        not null check (through in ('PERSON', 'PROXY', 'SCANNER')),
    at           timestamptz not null,
    primary key (id, workspace_id),
    foreign key (message_id, workspace_id) references broadcast_messages on delete cascade
);
comment on column mail_opens.through is 'PROXY is a mail provider that fetches pictures for all its readers, whether they look or not';
create index mail_opens_of_message on mail_opens (message_id, workspace_id);
