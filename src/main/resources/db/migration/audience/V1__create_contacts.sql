-- The people on each workspace's list. consent_mark is a hash of the text and origin of the consent in force, so that
-- one upsert can tell a repeated sign-up from a new consent under its row lock; it is absent when nothing is in force.
create table contacts (
    id                 uuid        not null,
    workspace_id       uuid        not null,
    email              text        not null check (email = lower(email) and length(email) <= 254),
    first_name         text        not null check (length(first_name) <= 100),
    status             text        not null check (status in ('PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED', 'CUSTOMER')),
    status_at          timestamptz not null,
    consent_mark       bigint,
    first_source_kind  text        not null check (first_source_kind in ('PLACE', 'CAMPAIGN', 'EMAIL', 'DIRECT')),
    first_source_id    uuid,
    first_source_label text        not null,
    last_source_kind   text        not null check (last_source_kind in ('PLACE', 'CAMPAIGN', 'EMAIL', 'DIRECT')),
    last_source_id     uuid,
    last_source_label  text        not null,
    last_source_at     timestamptz not null,
    joined_at          timestamptz not null,
    mail_key           uuid        not null default gen_random_uuid(),
    primary key (id, workspace_id),
    constraint one_contact_per_address unique (workspace_id, email)
);
comment on column contacts.mail_key is 'the unguessable half of the address of the unsubscribe and preference pages';
-- ids are ordered by time: the list, newest first
create index contacts_newest on contacts (workspace_id, id);

-- What a person agreed to or took back, word for word. Led by the contact: it is only ever read through one.
create table consents (
    id           uuid        not null default uuidv7(),
    workspace_id uuid        not null,
    contact_id   uuid        not null,
    kind         text        not null check (kind in ('GIVEN', 'WITHDRAWN')),
    text         text        not null check (length(text) <= 2000),
    origin       text        not null check (length(origin) <= 500),
    at           timestamptz not null,
    primary key (contact_id, workspace_id, id),
    foreign key (contact_id, workspace_id) references contacts on delete cascade
);

create table contact_events (
    id           uuid        not null default uuidv7(),
    workspace_id uuid        not null,
    contact_id   uuid        not null,
    kind         text        not null check (length(kind) <= 60),
    detail       text        not null check (length(detail) <= 500),
    at           timestamptz not null,
    primary key (contact_id, workspace_id, id),
    foreign key (contact_id, workspace_id) references contacts on delete cascade
);

create table contact_tags (
    contact_id   uuid        not null,
    workspace_id uuid        not null,
    tag          text        not null check (length(tag) between 1 and 60),
    at           timestamptz not null,
    primary key (contact_id, workspace_id, tag),
    foreign key (contact_id, workspace_id) references contacts on delete cascade
);
create index contact_tags_by_tag on contact_tags (workspace_id, tag);
