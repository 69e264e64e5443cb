-- Lists that authors brought from elsewhere. What was imported stays for ever, for it is where consents came from;
-- the file itself is let go as soon as it was read.
create table imports (
    id           uuid        not null,
    workspace_id uuid        not null,
    file_id      uuid,
    file_name    text        not null check (length(file_name) <= 200),
    maker        text        not null,
    state        text        not null check (state in ('DRAFT', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    columns      text[]      not null,
    fields       text[]      not null check (cardinality(fields) = cardinality(columns)),
    rest         text check (rest in ('SUBSCRIBED', 'HELD', 'LEFT')),
    tags         text[]      not null default '{}',
    consent_text text        not null default '' check (length(consent_text) <= 2000),
    lines        bigint      not null,
    rows_read    bigint      not null default 0,
    added        bigint      not null default 0,
    held         bigint      not null default 0,
    updated      bigint      not null default 0,
    unchanged    bigint      not null default 0,
    left_alone   bigint      not null default 0,
    suppressed   bigint      not null default 0,
    rejected     bigint      not null default 0,
    problem      text,
    problem_line bigint,
    made_at      timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    primary key (id, workspace_id),
    constraint rows_add_up
        check (rows_read = added + held + updated + unchanged + left_alone + suppressed + rejected)
);
comment on column imports.lines is 'about how many rows the file has; 0 where nobody knows';
create index imports_newest on imports (workspace_id, id);

-- Rows that could not be taken, as they stood in the file, for their author to mend.
create table rejected_rows (
    import_id    uuid   not null,
    workspace_id uuid   not null,
    place        bigint not null,
    part         text   not null,
    line         bigint not null,
    reason       text   not null,
    cells        text[] not null,
    primary key (import_id, workspace_id, place),
    foreign key (import_id, workspace_id) references imports on delete cascade
);

-- Which import brought a contact to the list, and as what. A million people agreed to one text by one import, so that their
-- consents and this line of their histories are told by these two columns instead of rows of their own. No foreign key: an
-- import that brought anybody is never deleted, and a million checks of that would take as long as the rows.
alter table contacts
    add column import_id uuid,
    add column imported_as text check (imported_as in ('SUBSCRIBED', 'HELD', 'LEFT', 'BOUNCED', 'COMPLAINED')),
    add constraint imported_as_something check ((import_id is null) = (imported_as is null));

-- All that people agreed to or took back: who reads consents reads this.
create view contact_consents as
select id, workspace_id, contact_id, kind, text, origin, at from consents
union all
select c.id, c.workspace_id, c.id, case c.imported_as when 'SUBSCRIBED' then 'GIVEN' else 'WITHDRAWN' end,
    case c.imported_as when 'SUBSCRIBED' then i.consent_text else '' end, 'import ' || i.file_name,
    case c.imported_as when 'SUBSCRIBED' then c.joined_at else i.started_at end
from contacts c join imports i on i.id = c.import_id and i.workspace_id = c.workspace_id
where c.imported_as <> 'HELD';

-- The whole history of people: who reads it reads this.
create view contact_history as
select id, workspace_id, contact_id, kind, detail, at from contact_events
union all
select c.id, c.workspace_id, c.id, 'imported-' || lower(c.imported_as), i.file_name, i.started_at
from contacts c join imports i on i.id = c.import_id and i.workspace_id = c.workspace_id;
