-- As before, but readers are asked for together, and no plan is made anew for each handful: that took as long as the rest.
create or replace function let_broadcast_messages_go(
    workspace uuid, broadcast uuid, now timestamptz,
    batches uuid[], attempts integer[], reaches uuid[], unendeds text[],
    ended uuid[], states text[], refusals text[], dues timestamptz[], tried integer[],
    next uuid[], contacts uuid[])
    returns uuid[] language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
    held uuid[] := '{}';
    unmailed uuid[];
    unwanted uuid[] := '{}';
begin
    perform set_config('synchronous_commit', 'off', true);
    for i in 1 .. cardinality(batches) loop
        update broadcast_batches b set reached = reaches[i], unended = unendeds[i]::uuid[]
        where b.id = batches[i] and b.workspace_id = workspace and b.attempt = attempts[i] and not b.closed;
        if found then
            held := held || batches[i];
        end if;
    end loop;
    for i in 1 .. cardinality(ended) loop
        update broadcast_messages m
        set state = states[i], at = now, refusal = left(refusals[i], 300), due_at = dues[i], tries = tried[i]
        where m.id = ended[i] and m.workspace_id = workspace and m.batch_id = any (held) and m.state = 'QUEUED';
    end loop;
    if cardinality(held) < cardinality(batches) or not exists (select from broadcasts b
            where b.id = broadcast and b.workspace_id = workspace and b.state = 'SENDING') then
        return null;
    end if;
    unmailed := who_may_not_be_mailed(workspace, contacts);
    if cardinality(unmailed) > 0 then
        unwanted := array(select n.id from unnest(next, contacts) n(id, contact) where n.contact = any (unmailed));
        update broadcast_messages m set state = 'CANCELLED', at = now
        where m.id = any (unwanted) and m.workspace_id = workspace and m.state = 'QUEUED';
    end if;
    return unwanted;
end $$;
