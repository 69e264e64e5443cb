-- Since when the mail server takes nothing of it, and why: a kind of trouble, and words.
alter table broadcasts
    add silent_since timestamptz,
    add silence      text check (length(silence) <= 300),
    add constraint silent_for_a_reason check ((silent_since is null) = (silence is null));

-- Who left the list by the link, or the button, of a broadcast's mail.
create table broadcast_leavings (
    message_id   uuid        not null,
    workspace_id uuid        not null,
    broadcast_id uuid        not null,
    at           timestamptz not null,
    primary key (message_id, workspace_id),
    foreign key (message_id, workspace_id) references broadcast_messages on delete cascade,
    foreign key (broadcast_id, workspace_id) references broadcasts on delete cascade
);
create index broadcast_leavings_of_broadcast on broadcast_leavings (broadcast_id, workspace_id);
