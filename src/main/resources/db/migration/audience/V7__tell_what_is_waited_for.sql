-- What somebody waits for that contacts do, and what they did of it: told by who notices it, taken by who waits.
create table awaited_occasions (
    workspace_id uuid not null,
    event        text not null check (event in ('SIGNED_UP', 'BOUGHT', 'TAGGED')),
    subject      text not null check (length(subject) <= 500),
    primary key (workspace_id, event, subject)
);
comment on column awaited_occasions.subject is 'a page or a place, a product, a tag; empty for any';

create table occasions (
    id           uuid not null default uuidv7(),
    workspace_id uuid not null,
    contact_id   uuid not null,
    event        text not null check (event in ('SIGNED_UP', 'BOUGHT', 'TAGGED')),
    subject      text not null,
    primary key (id, workspace_id),
    foreign key (contact_id, workspace_id) references contacts on delete cascade
);
create index occasions_of_contact on occasions (contact_id, workspace_id);

-- Tags are given by the hand, by rules, by imports and by the thousand: told here, none of them has to think of it.
create function tell_added_tags() returns trigger language plpgsql as $$
begin
    insert into occasions (workspace_id, contact_id, event, subject)
    select a.workspace_id, a.contact_id, w.event, w.subject
    from added a join awaited_occasions w on w.workspace_id = a.workspace_id and w.event = 'TAGGED' and w.subject = a.tag;
    return null;
end $$;
create trigger tell_added_tags after insert on contact_tags
    referencing new table as added for each statement execute function tell_added_tags();
