-- One e-mail to one person. Rows are small until they are written; subject, html and plain are the mail as it left.
-- QUEUED waits until due_at, which a claim pushes ahead as its lease; SENDING is on the wire, or was when a node died.
create table messages (
    id           uuid        not null,
    workspace_id uuid        not null,
    contact_id   uuid,
    recipient    text        not null check (length(recipient) <= 254),
    template     text        not null,
    fields       jsonb       not null,
    key          text        not null check (length(key) <= 200),
    marketing    boolean     not null,
    enrolment_id uuid,
    state        text        not null check (state in ('QUEUED', 'SENDING', 'SENT', 'KEPT', 'FAILED', 'CANCELLED')),
    attempts     integer     not null default 0,
    due_at       timestamptz not null,
    queued_at    timestamptz not null,
    left_at      timestamptz,
    subject      text,
    html         text,
    plain        text,
    refusal      text,
    primary key (id, workspace_id),
    constraint one_message_per_key unique (workspace_id, key),
    check (not marketing or contact_id is not null),
    check (state not in ('SENT', 'KEPT') or (left_at is not null and subject is not null))
);
comment on column messages.attempts is 'counts claims; whoever claimed last alone may go on';
-- what was asked for by a person goes before marketing
create index messages_due on messages (marketing, due_at) where state in ('QUEUED', 'SENDING');
create index messages_failed on messages (workspace_id) where state = 'FAILED';
create index messages_newest on messages (workspace_id, id);
create index messages_of_contact on messages (contact_id, workspace_id) where contact_id is not null;

-- Mails of the installation: password resets and invitations. They belong to no workspace and are shown in none.
create table account_messages (
    id        uuid        not null primary key,
    recipient text        not null check (length(recipient) <= 254),
    template  text        not null,
    fields    jsonb       not null,
    key       text        not null unique,
    state     text        not null check (state in ('QUEUED', 'SENDING', 'SENT', 'KEPT', 'FAILED', 'CANCELLED')),
    attempts  integer     not null default 0,
    due_at    timestamptz not null,
    queued_at timestamptz not null,
    left_at   timestamptz,
    subject   text,
    html      text,
    plain     text,
    refusal   text
);
create index account_messages_due on account_messages (due_at) where state in ('QUEUED', 'SENDING');

create table sequences (
    id           uuid        not null,
    workspace_id uuid        not null,
    name         text        not null check (length(name) between 1 and 100),
    purpose      text        not null check (purpose in ('BUYERS', 'NON_BUYERS')),
    created_at   timestamptz not null,
    primary key (id, workspace_id)
);
create index sequences_of_workspace on sequences (workspace_id);

-- position counts from 0 without gaps
create table sequence_mails (
    id           uuid        not null,
    workspace_id uuid        not null,
    sequence_id  uuid        not null,
    position     integer     not null check (position >= 0),
    wait_days    integer     not null check (wait_days between 0 and 365),
    subject      text        not null check (length(subject) between 1 and 200),
    markdown     text        not null check (length(markdown) <= 20000),
    button       text        not null check (length(button) <= 60),
    primary key (id, workspace_id),
    foreign key (sequence_id, workspace_id) references sequences on delete cascade,
    constraint one_mail_per_position unique (sequence_id, workspace_id, position) deferrable initially deferred
);

-- A contact's way through a sequence: mails before next_position are written.
create table enrolments (
    id              uuid        not null,
    workspace_id    uuid        not null,
    sequence_id     uuid        not null,
    contact_id      uuid        not null,
    recipient       text        not null check (length(recipient) <= 254),
    pitched_product uuid,
    fields          jsonb       not null,
    state           text        not null check (state in ('ACTIVE', 'FINISHED', 'STOPPED')),
    next_position   integer     not null check (next_position >= 0),
    due_at          timestamptz not null,
    entered_at      timestamptz not null,
    primary key (id, workspace_id),
    foreign key (sequence_id, workspace_id) references sequences on delete cascade,
    constraint one_enrolment_per_contact unique (contact_id, workspace_id, sequence_id)
);
create index enrolments_due on enrolments (due_at) where state = 'ACTIVE';
create index enrolments_of_sequence on enrolments (sequence_id, workspace_id, next_position);

alter table messages
    add foreign key (enrolment_id, workspace_id) references enrolments;
create index messages_of_enrolment on messages (enrolment_id, workspace_id) where enrolment_id is not null;
