-- As before, but message by message. A join's plan is kept from when the table was small as well, and read all of it by an
-- index in the place of a scan: each message took longer than the one before. One row by its key has no other plan.
create or replace function let_broadcast_messages_go(
    workspace uuid, broadcast uuid, now timestamptz,
    ended uuid[], states text[], refusals text[], dues timestamptz[], tried integer[],
    next uuid[], batches uuid[], attempts integer[])
    returns table (id uuid, goes boolean) language plpgsql set enable_seqscan = off as $$
begin
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
