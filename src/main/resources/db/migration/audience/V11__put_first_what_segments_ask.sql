-- To look at a column PostgreSQL walks over all that stand before it, row by row: half of what it took to count a segment of
-- a million contacts. So columns that segments ask stand first, and of these the ones whose place is known; the rest is as it was.
alter table contacts rename to contacts_before;
alter index contacts_pkey rename to contacts_before_pkey;
alter index one_contact_per_address rename to one_contact_per_address_before;
alter index contacts_newest rename to contacts_newest_before;

create table contacts (
    workspace_id       uuid        not null,
    joined_at          timestamptz not null,
    spent              bigint      not null default 0,
    orders             integer     not null default 0 check (orders >= 0),
    status             text        not null check (status in ('PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED', 'CUSTOMER')),
    clicked_at         timestamptz,
    opened_at          timestamptz,
    country            char(2) check (country ~ '^[A-Z]{2}$'),
    tags               text[],
    spent_in           char(3),
    bought             uuid[],
    consent_origins    text[],
    first_source_kind  text        not null check (first_source_kind in ('PLACE', 'CAMPAIGN', 'EMAIL', 'DIRECT')),
    last_source_kind   text        not null check (last_source_kind in ('PLACE', 'CAMPAIGN', 'EMAIL', 'DIRECT')),
    mailed_at          timestamptz,
    consented_at       timestamptz,
    suppressed         text,
    first_source_id    uuid,
    first_source_label text        not null,
    last_source_id     uuid,
    last_source_label  text        not null,
    id                 uuid        not null,
    email              text        not null check (email = lower(email) and length(email) <= 254),
    first_name         text        not null check (length(first_name) <= 100),
    status_at          timestamptz not null,
    consent_mark       bigint,
    last_source_at     timestamptz not null,
    mail_key           uuid        not null default gen_random_uuid(),
    time_zone          text check (length(time_zone) between 1 and 50),
    import_id          uuid,
    imported_as        text check (imported_as in ('SUBSCRIBED', 'HELD', 'LEFT', 'BOUNCED', 'COMPLAINED')),
    check (spent = 0 or spent_in is not null),
    constraint imported_as_something check ((import_id is null) = (imported_as is null))
) with (fillfactor = 90);

insert into contacts (id, workspace_id, email, first_name, status, status_at, consent_mark, first_source_kind, first_source_id,
    first_source_label, last_source_kind, last_source_id, last_source_label, last_source_at, joined_at, mail_key, country,
    consented_at, consent_origins, tags, bought, orders, spent, spent_in, mailed_at, opened_at, clicked_at, import_id,
    imported_as, suppressed, time_zone)
select id, workspace_id, email, first_name, status, status_at, consent_mark, first_source_kind, first_source_id,
    first_source_label, last_source_kind, last_source_id, last_source_label, last_source_at, joined_at, mail_key, country,
    consented_at, consent_origins, tags, bought, orders, spent, spent_in, mailed_at, opened_at, clicked_at, import_id,
    imported_as, suppressed, time_zone
from contacts_before order by id;

alter table contacts
    add primary key (id, workspace_id),
    add constraint one_contact_per_address unique (workspace_id, email);
-- ids are ordered by time: the list, newest first
create index contacts_newest on contacts (workspace_id, id);

drop view contact_history;
drop view contact_consents;
alter table consents drop constraint consents_contact_id_workspace_id_fkey;
alter table contact_events drop constraint contact_events_contact_id_workspace_id_fkey;
alter table contact_tags drop constraint contact_tags_contact_id_workspace_id_fkey;
alter table contact_purchases drop constraint contact_purchases_contact_id_workspace_id_fkey;
alter table contact_notes drop constraint contact_notes_contact_id_workspace_id_fkey;
alter table occasions drop constraint occasions_contact_id_workspace_id_fkey;
-- fails where anything else still leans on it, rather than losing that
drop table contacts_before;
-- the names that the first table's constraints had, which are free now
do $$
declare
    named record;
begin
    for named in select conname from pg_constraint where conrelid = 'contacts'::regclass and conname ~ '^contacts_.*1$' loop
        execute format('alter table contacts rename constraint %I to %I', named.conname, left(named.conname, -1));
    end loop;
end $$;
alter table consents add foreign key (contact_id, workspace_id) references contacts on delete cascade;
alter table contact_events add foreign key (contact_id, workspace_id) references contacts on delete cascade;
alter table contact_tags add foreign key (contact_id, workspace_id) references contacts on delete cascade;
alter table contact_purchases add foreign key (contact_id, workspace_id) references contacts on delete cascade;
alter table contact_notes add foreign key (contact_id, workspace_id) references contacts on delete cascade;
alter table occasions add foreign key (contact_id, workspace_id) references contacts on delete cascade;

create trigger keep_suppressed_out after insert on contacts
    referencing new table as came for each statement execute function keep_suppressed_out();

comment on column contacts.mail_key is 'the unguessable half of the address of the unsubscribe and preference pages';
comment on column contacts.consented_at is 'the latest consent given; whoever writes one sets it here too';
comment on column contacts.consent_origins is 'where consents were given; whoever writes one adds its origin here too';
comment on column contacts.tags is 'those of contact_tags, kept by its triggers';
comment on column contacts.bought is 'products of contact_purchases';
comment on column contacts.spent is 'in minor units of spent_in: after taxes and what went back';
comment on column contacts.mailed_at is 'the latest; so are opened_at and clicked_at';
comment on column contacts.time_zone is 'as the browser named it on a sign-up form; empty when not told';
comment on column contacts.suppressed is 'the reason in suppressions, kept by triggers; absent for whoever gets mail';

create view contact_consents as
select id, workspace_id, contact_id, kind, text, origin, at from consents
union all
select c.id, c.workspace_id, c.id, case c.imported_as when 'SUBSCRIBED' then 'GIVEN' else 'WITHDRAWN' end,
    case c.imported_as when 'SUBSCRIBED' then i.consent_text else '' end, 'import ' || i.file_name,
    case c.imported_as when 'SUBSCRIBED' then c.joined_at else i.started_at end
from contacts c join imports i on i.id = c.import_id and i.workspace_id = c.workspace_id
where c.imported_as <> 'HELD';

create view contact_history as
select id, workspace_id, contact_id, kind, detail, at from contact_events
union all
select c.id, c.workspace_id, c.id, 'imported-' || lower(c.imported_as), i.file_name, i.started_at
from contacts c join imports i on i.id = c.import_id and i.workspace_id = c.workspace_id
union all
select c.id, c.workspace_id, c.id, 'tagged', t.tag, t.at
from contacts c
    join imports i on i.id = c.import_id and i.workspace_id = c.workspace_id
    join contact_tags t on t.contact_id = c.id and t.workspace_id = c.workspace_id
where t.at >= i.started_at and (i.ended_at is null or t.at <= i.ended_at)
    and not exists (select from contact_events e
        where e.contact_id = c.id and e.workspace_id = c.workspace_id and e.kind = 'tagged' and e.detail = t.tag);
