-- What segments ask of a contact stands in the contact's own row: whatever the rules are, one look at each row answers
-- them. Columns that most contacts have nothing in are absent there and take no space.
alter table contacts
    add country         char(2) check (country ~ '^[A-Z]{2}$'),
    add consented_at    timestamptz,
    add consent_origins text[],
    add tags            text[],
    add bought          uuid[],
    add orders          integer not null default 0 check (orders >= 0),
    add spent           bigint  not null default 0,
    add spent_in        char(3),
    add mailed_at       timestamptz,
    add opened_at       timestamptz,
    add clicked_at      timestamptz,
    add check (spent = 0 or spent_in is not null);
comment on column contacts.consented_at is 'the latest consent given; whoever writes one sets it here too';
comment on column contacts.consent_origins is 'where consents were given; whoever writes one adds its origin here too';
comment on column contacts.tags is 'those of contact_tags, kept by its triggers';
comment on column contacts.bought is 'products of contact_purchases';
comment on column contacts.spent is 'in minor units of spent_in: after taxes and what went back';
comment on column contacts.mailed_at is 'the latest; so are opened_at and clicked_at';
-- room for a new version of a row beside the old one: none of these columns is in an index
alter table contacts set (fillfactor = 90);

-- An order as it stands now, once each however often it is told.
create table contact_purchases (
    contact_id   uuid        not null,
    workspace_id uuid        not null,
    order_id     uuid        not null,
    products     uuid[]      not null,
    worth        bigint      not null,
    currency     char(3)     not null,
    at           timestamptz not null,
    primary key (contact_id, workspace_id, order_id),
    foreign key (contact_id, workspace_id) references contacts on delete cascade
);
comment on column contact_purchases.products is 'those that did not go back';

-- Added to what is there when the contact's row is free, so that two who tag one contact at once lose nothing.
create function keep_added_tags() returns trigger language plpgsql as $$
begin
    update contacts c
    set tags = (select array_agg(distinct tag order by tag) from unnest(c.tags || more.tags) as one (tag))
    from (select contact_id, workspace_id, array_agg(tag) as tags from added group by 1, 2) more
    where c.id = more.contact_id and c.workspace_id = more.workspace_id and (c.tags @> more.tags) is not true;
    return null;
end $$;
create trigger keep_added_tags after insert on contact_tags
    referencing new table as added for each statement execute function keep_added_tags();

create function keep_removed_tags() returns trigger language plpgsql as $$
begin
    update contacts c
    set tags = (select array_agg(tag order by tag) from unnest(c.tags) as one (tag) where tag <> all (less.tags))
    from (select contact_id, workspace_id, array_agg(tag) as tags from removed group by 1, 2) less
    where c.id = less.contact_id and c.workspace_id = less.workspace_id and c.tags && less.tags;
    return null;
end $$;
create trigger keep_removed_tags after delete on contact_tags
    referencing old table as removed for each statement execute function keep_removed_tags();

update contacts c
set tags = t.tags
from (select contact_id, workspace_id, array_agg(tag order by tag) as tags from contact_tags group by 1, 2) t
where c.id = t.contact_id and c.workspace_id = t.workspace_id;
update contacts c
set consented_at = g.at, consent_origins = g.origins
from (select contact_id, workspace_id, max(at) as at, array_agg(distinct origin) as origins
      from consents where kind = 'GIVEN' group by 1, 2) g
where c.id = g.contact_id and c.workspace_id = g.workspace_id;

-- Contacts who fit rules.
create table segments (
    id           uuid        not null,
    workspace_id uuid        not null,
    name         text        not null check (length(name) between 1 and 100),
    rule         jsonb       not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    primary key (id, workspace_id)
);
create unique index one_segment_per_name on segments (workspace_id, lower(name));
