-- What authors write down about a contact.
create table contact_notes (
    id           uuid        not null,
    workspace_id uuid        not null,
    contact_id   uuid        not null,
    text         text        not null check (length(text) between 1 and 2000),
    at           timestamptz not null,
    primary key (contact_id, workspace_id, id),
    foreign key (contact_id, workspace_id) references contacts on delete cascade
);

-- Who does this gets the tag. The subject is a product's id, a page as sign-ups tell it, or the address behind a link.
create table tag_rules (
    id           uuid not null,
    workspace_id uuid not null,
    event        text not null check (event in ('BOUGHT', 'SIGNED_UP', 'CLICKED')),
    subject      text not null check (length(subject) between 1 and 2000),
    tag          text not null check (length(tag) between 1 and 60),
    primary key (id, workspace_id),
    constraint one_rule_per_event unique (workspace_id, event, subject, tag)
);
