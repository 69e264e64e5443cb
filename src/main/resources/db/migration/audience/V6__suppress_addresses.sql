-- Addresses that get no mail, whether they are on the list or not. One that was lifted stays, as when that was tells which
-- bounces are forgiven.
create table suppressions (
    id           uuid        not null,
    workspace_id uuid        not null,
    email        text        not null check (email = lower(email) and length(email) <= 254),
    reason       text        not null check (reason in ('SOFT_BOUNCES', 'BY_HAND', 'HARD_BOUNCE', 'COMPLAINT')),
    words        text        not null check (length(words) <= 500),
    at           timestamptz not null,
    lifted_at    timestamptz,
    primary key (id, workspace_id),
    constraint one_suppression_per_address unique (workspace_id, email)
);
comment on column suppressions.words is 'what the mail server said, or the author';
create index suppressions_in_force on suppressions (workspace_id, id) where lifted_at is null;

-- Why the contact gets no mail stands in the contact's own row, for whoever looks at many or at one in a hurry.
alter table contacts add suppressed text;
comment on column contacts.suppressed is 'the reason in suppressions, kept by triggers; absent for whoever gets mail';

create function keep_suppressed() returns trigger language plpgsql as $$
begin
    update contacts c
    set suppressed = case when s.lifted_at is null then s.reason end
    from told s
    where c.workspace_id = s.workspace_id and c.email = s.email
        and c.suppressed is distinct from case when s.lifted_at is null then s.reason end;
    return null;
end $$;
create trigger keep_suppressed after insert on suppressions
    referencing new table as told for each statement execute function keep_suppressed();
create trigger keep_changed_suppressed after update on suppressions
    referencing new table as told for each statement execute function keep_suppressed();

-- Whoever comes to the list, by whatever way: nobody is asked twice whether mail arrives there.
create function keep_suppressed_out() returns trigger language plpgsql as $$
begin
    update contacts c
    set suppressed = s.reason
    from came join suppressions s on s.workspace_id = came.workspace_id and s.email = came.email and s.lifted_at is null
    where c.id = came.id and c.workspace_id = came.workspace_id;
    return null;
end $$;
create trigger keep_suppressed_out after insert on contacts
    referencing new table as came for each statement execute function keep_suppressed_out();

create or replace function may_be_mailed(workspace uuid, contact uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from contacts
        where id = contact and workspace_id = workspace and status = 'SUBSCRIBED' and suppressed is null);
end $$;
