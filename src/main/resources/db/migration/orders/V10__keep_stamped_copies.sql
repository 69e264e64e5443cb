-- The copy of a file with its owner's name in it. Without one the file is handed out as it is: no copy could be made.
create table stamped_copies (
    entitlement_id uuid        not null,
    file_id        uuid        not null,
    workspace_id   uuid        not null,
    copy_id        uuid,
    made_at        timestamptz not null,
    primary key (entitlement_id, file_id, workspace_id),
    foreign key (entitlement_id, workspace_id) references entitlements
);
create index stamped_copies_by_age on stamped_copies (made_at);
create index stamped_copies_of_file on stamped_copies (file_id);
