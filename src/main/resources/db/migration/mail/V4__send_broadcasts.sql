-- What a broadcast says is fixed when it starts. Its readers are taken on in batches, in the order of their ids.
alter table broadcasts
    add started_at timestamptz,
    add ended_at   timestamptz,
    add laid_out   jsonb,
    add addressed  bigint,
    add reached    uuid,
    add drained    boolean not null default false,
    add stopped_by text check (length(stopped_by) <= 300),
    add check (state in ('DRAFT', 'SCHEDULED') or (started_at is not null and laid_out is not null)),
    add check (state not in ('CANCELLED', 'SENT') or ended_at is not null);
comment on column broadcasts.addressed is 'readers whom it was for when it started';
comment on column broadcasts.reached is 'readers up to this one are in batches';
comment on column broadcasts.drained is 'all readers are in batches';
comment on column broadcasts.stopped_by is 'what the mail server said when it refused the sender; empty when a person paused it';
create index broadcasts_going on broadcasts (state) where state in ('SCHEDULED', 'SENDING');

-- A few readers that one node is writing to. Whoever leased it last alone may let its messages leave.
create table broadcast_batches (
    id           uuid        not null,
    workspace_id uuid        not null,
    broadcast_id uuid        not null,
    attempt      integer     not null default 1,
    leased_until timestamptz not null,
    closed       boolean     not null default false,
    sent         integer     not null default 0,
    failed       integer     not null default 0,
    cancelled    integer     not null default 0,
    primary key (id, workspace_id),
    foreign key (broadcast_id, workspace_id) references broadcasts
);
comment on column broadcast_batches.sent is 'like failed and cancelled counted when it is closed';
create index broadcast_batches_of_broadcast on broadcast_batches (broadcast_id, workspace_id, closed, leased_until);

-- A broadcast's message to one contact, changed twice within a moment: room is left for that on each page. LEAVING is on
-- the wire, or was when a node died; POSTPONED waits until due_at because a mail server asked for it.
create table broadcast_messages (
    id           uuid        not null,
    workspace_id uuid        not null,
    broadcast_id uuid        not null,
    batch_id     uuid        not null,
    contact_id   uuid        not null,
    state        text        not null
        check (state in ('QUEUED', 'LEAVING', 'SENT', 'FAILED', 'CANCELLED', 'POSTPONED')),
    tries        smallint    not null default 0,
    at           timestamptz not null,
    due_at       timestamptz check (due_at is not null or state <> 'POSTPONED'),
    refusal      text        check (length(refusal) <= 300),
    primary key (id, workspace_id),
    constraint one_message_of_a_broadcast_per_contact unique (contact_id, workspace_id, broadcast_id)
) with (fillfactor = 60);
comment on column broadcast_messages.at is 'when it came into this state';
create index broadcast_messages_of_batch on broadcast_messages (batch_id, workspace_id);
create index broadcast_messages_postponed on broadcast_messages (broadcast_id, workspace_id, due_at) where state = 'POSTPONED';

-- The links in a broadcast, each by a code of its own: where it leads is never in the mail.
create table mail_links (
    id           uuid    not null,
    workspace_id uuid    not null,
    broadcast_id uuid    not null,
    number       integer not null check (number >= 0),
    code         text    not null unique check (code ~ '^[a-zA-Z0-9]{8,12}$'),
    url          text    not null check (length(url) <= 2000),
    primary key (id, workspace_id),
    foreign key (broadcast_id, workspace_id) references broadcasts,
    constraint one_link_per_number unique (broadcast_id, workspace_id, number)
);

-- Writes down what became of messages, and lets others go: whose batch is still held by who asks, whose broadcast goes on
-- and whose reader may be mailed at this very moment. It runs for each handful of messages, row by row by their keys: a
-- join's plan is kept from when the table was small, and one that reads all of it slows down with each message. It does not
-- wait for the disk: what a database that loses its power forgets within a second leaves once more, and nobody is forgotten.
create function let_broadcast_messages_go(
    workspace uuid, broadcast uuid, now timestamptz,
    ended uuid[], states text[], refusals text[], dues timestamptz[], tried integer[],
    next uuid[], batches uuid[], attempts integer[])
    returns table (id uuid, goes boolean) language plpgsql set enable_seqscan = off as $$
begin
    perform set_config('synchronous_commit', 'off', true);
    for i in 1 .. cardinality(ended) loop
        update broadcast_messages m
        set state = states[i], at = now, refusal = left(refusals[i], 300), due_at = dues[i], tries = tried[i]
        where m.id = ended[i] and m.workspace_id = workspace and m.state in ('QUEUED', 'LEAVING');
    end loop;
    if not exists (select from broadcasts b
            where b.id = broadcast and b.workspace_id = workspace and b.state = 'SENDING') then
        return;
    end if;
    for i in 1 .. cardinality(next) loop
        update broadcast_messages m
        set state = case when may_be_mailed(workspace, m.contact_id) then 'LEAVING' else 'CANCELLED' end, at = now
        where m.id = next[i] and m.workspace_id = workspace and m.state in ('QUEUED', 'LEAVING')
            and exists (select from broadcast_batches b
                where b.id = batches[i] and b.workspace_id = workspace and b.attempt = attempts[i] and not b.closed)
        returning m.id, m.state = 'LEAVING' into id, goes;
        if found then
            return next;
        end if;
    end loop;
end $$;
