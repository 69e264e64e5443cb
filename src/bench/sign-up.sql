with contact as (
    insert into contacts (id, workspace_id, email, first_name, status, status_at, consent_mark, first_source_kind,
        first_source_label, last_source_kind, last_source_label, last_source_at, joined_at)
    values (uuidv7(), :workspace, 'limit-' || uuidv4() || '@example.org', 'Rae', 'PENDING', now(), 1, 'DIRECT', '', 'DIRECT',
        '', now(), now())
    on conflict (workspace_id, email) do update set last_source_at = excluded.last_source_at
    returning id, workspace_id, email
), consent as (
    insert into consents (workspace_id, contact_id, kind, text, origin, at)
    select workspace_id, id, 'GIVEN', :consent, '/p/ada-quill/the-checklist-for-your-last-pages', now() from contact
), event as (
    insert into contact_events (workspace_id, contact_id, kind, detail, at)
    select workspace_id, id, 'signed-up', '/p/ada-quill/the-checklist-for-your-last-pages', now() from contact
)
insert into messages (id, workspace_id, contact_id, recipient, template, fields, key, marketing, state, due_at, queued_at)
select uuidv7(), workspace_id, id, email, 'limit',
    '{"proof": "4bx9s1ShzP0H027wlJg_rw", "revision": "01a2004e-3f31-71b8-a83b-f7b1f9cf4da7", "firstName": "Rae"}',
    'limit:' || id, false, 'CANCELLED', now(), now()
from contact;
