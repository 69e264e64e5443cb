-- The tags that somebody got by the import that brought him stand in the history without rows of their own, as the import does.
create or replace view contact_history as
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
