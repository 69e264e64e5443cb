-- For mail, which asks in the very statement that lets a message go. What it asks is what Mailable asks of many at once.
create function may_be_mailed(workspace uuid, contact uuid) returns boolean language plpgsql stable as $$
begin
    return exists (select from contacts where id = contact and workspace_id = workspace and status = 'SUBSCRIBED');
end $$;
