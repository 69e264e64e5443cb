-- Those of some contacts who may not be mailed at this moment, erased ones among them. Asked of a handful for each handful of
-- mails that leave, and so of all at once, each by its key.
create function who_may_not_be_mailed(workspace uuid, contacts uuid[]) returns uuid[]
    language plpgsql stable as $$
begin
    return array(select n.contact from unnest(contacts) n(contact)
        where (select c.status = 'SUBSCRIBED' and c.suppressed is null from contacts c
            where c.id = n.contact and c.workspace_id = workspace) is not true);
end $$;

drop function may_be_mailed;
