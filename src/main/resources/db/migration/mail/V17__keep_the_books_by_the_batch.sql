-- A batch says how far its messages were let go, in the order of their ids, and which of those have not ended: one small
-- row in place of one for each message. Those that left get their state when the batch is settled.
alter table broadcast_batches
    add reached uuid,
    add unended uuid[] not null default '{}',
    set (fillfactor = 50);
comment on column broadcast_batches.reached is 'messages up to this one were let go';
comment on column broadcast_batches.unended is 'those of them that may not have left: on the wire, or were when a node died';

-- A state that an index asks for can't change within its page, so that the indexes ask for what seldom changes. A message
-- is on the wire where its batch says so.
drop index broadcast_messages_postponed;
update broadcast_messages set state = 'QUEUED' where state = 'LEAVING';
update broadcast_messages set due_at = null where state <> 'POSTPONED';
alter table broadcast_messages
    drop constraint broadcast_messages_state_check,
    drop constraint broadcast_messages_check,
    add check (state in ('QUEUED', 'SENT', 'FAILED', 'CANCELLED', 'POSTPONED')),
    add constraint due_while_postponed check ((due_at is not null) = (state = 'POSTPONED')),
    set (fillfactor = 50);
create index broadcast_messages_postponed on broadcast_messages (broadcast_id, workspace_id, due_at) where due_at is not null;
create index broadcast_messages_refused on broadcast_messages (broadcast_id, workspace_id) where refusal is not null;

-- What has become of a message, by its own row and its batch's.
create function broadcast_message_state(state text, message uuid, reached uuid, unended uuid[]) returns text
    language sql immutable as $$
    select case when state = 'QUEUED' and message <= reached and not message = any (unended) then 'SENT' else state end
$$;

-- Gives the messages of a batch that left their state. Like the next one by keys, however small the table was at first.
create function settle_broadcast_batch(workspace uuid, batch uuid, now timestamptz) returns void
    language plpgsql set enable_seqscan = off as $$
begin
    update broadcast_messages m set state = 'SENT', at = now
    from broadcast_batches b
    where b.id = batch and b.workspace_id = workspace and m.batch_id = b.id and m.workspace_id = b.workspace_id
        and m.state = 'QUEUED' and broadcast_message_state(m.state, m.id, b.reached, b.unended) = 'SENT';
end $$;

-- Writes down what became of messages, and lets others go: whose batches are still held by who asks, whose broadcast goes
-- on and whose reader may be mailed at this very moment. It does not wait for the disk: what a database that loses its
-- power forgets within a second leaves once more, and nobody is forgotten.
-- Batches come with how far they were let go, the next messages included; of what ended only what did not simply leave.
-- Returns those of the next whose reader may not be mailed any more; nothing, if none may go.
drop function let_broadcast_messages_go;
create function let_broadcast_messages_go(
    workspace uuid, broadcast uuid, now timestamptz,
    batches uuid[], attempts integer[], reaches uuid[], unendeds text[],
    ended uuid[], states text[], refusals text[], dues timestamptz[], tried integer[],
    next uuid[], contacts uuid[])
    returns uuid[] language plpgsql set enable_seqscan = off as $$
declare
    held boolean := true;
    unwanted uuid[];
begin
    perform set_config('synchronous_commit', 'off', true);
    for i in 1 .. cardinality(ended) loop
        update broadcast_messages m
        set state = states[i], at = now, refusal = left(refusals[i], 300), due_at = dues[i], tries = tried[i]
        where m.id = ended[i] and m.workspace_id = workspace and m.state = 'QUEUED';
    end loop;
    for i in 1 .. cardinality(batches) loop
        update broadcast_batches b set reached = reaches[i], unended = unendeds[i]::uuid[]
        where b.id = batches[i] and b.workspace_id = workspace and b.attempt = attempts[i] and not b.closed;
        held := held and found;
    end loop;
    if not held or not exists (select from broadcasts b
            where b.id = broadcast and b.workspace_id = workspace and b.state = 'SENDING') then
        return null;
    end if;
    unwanted := array(select n.id from unnest(next, contacts) n(id, contact) where not may_be_mailed(workspace, n.contact));
    if cardinality(unwanted) > 0 then
        update broadcast_messages m set state = 'CANCELLED', at = now
        where m.id = any (unwanted) and m.workspace_id = workspace and m.state = 'QUEUED';
    end if;
    return unwanted;
end $$;
