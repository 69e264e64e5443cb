-- 1,000 published funnels and 100,000 contacts, made of the example's. The opt-in page of the measured funnel gets the
-- words of all its steps, several times over, to have the length of a page that an author took trouble over.
\set ON_ERROR_STOP on
select f.id as funnel, f.workspace_id as workspace, revision_id as revision, content #>> '{funnel,steps,0,id}' as entry
from funnels f join funnel_revisions r on r.id = revision_id where slug = 'the-checklist-for-your-last-pages' \gset

update funnel_revisions
set content = jsonb_set(content, '{funnel,steps,0,page,markdown}', to_jsonb((
    select string_agg(step #>> '{page,markdown}', E'\n\n')
    from generate_series(1, :repeat), jsonb_array_elements(content #> '{funnel,steps}') as step)))
where id = :'revision';

create temporary table copies as
select uuidv7() as funnel, uuidv7() as revision, 'copy-' || number as slug from generate_series(1, 998) as number;

insert into funnels (id, workspace_id, name, slug, draft, version, created_at)
select copies.funnel, workspace_id, name, copies.slug, draft, version, created_at from funnels, copies where id = :'funnel';
insert into funnel_revisions (id, workspace_id, funnel_id, number, content, published_at, published_by)
select copies.revision, workspace_id, copies.funnel, number, content, published_at, published_by
from funnel_revisions, copies where id = :'revision';
update funnels set revision_id = copies.revision from copies where funnels.id = copies.funnel;

insert into contacts (id, workspace_id, email, first_name, status, status_at, consent_mark, first_source_kind,
    first_source_label, last_source_kind, last_source_label, last_source_at, joined_at)
select uuidv7(), :'workspace', 'reader-' || number || '@example.org', 'Reader', 'SUBSCRIBED', now(), number, 'DIRECT',
    '', 'DIRECT', '', now(), now()
from generate_series(1, 100000) as number;
insert into consents (workspace_id, contact_id, kind, text, origin, at)
select workspace_id, id, 'GIVEN', 'Letters about books and their readers, once a month.', '/p/ada-quill/copy-1', joined_at
from contacts;
insert into contact_events (workspace_id, contact_id, kind, detail, at)
select workspace_id, id, 'signed-up', '/p/ada-quill/copy-1', joined_at from contacts;

-- Readers on their way, one for each checkout to come, found by a number: the product takes the first, its limit those
-- after 150,000, so that no buyer of one owns what the other sold.
insert into passages (id, workspace_id, funnel_id, revision_id, token, proof, visitor, bot, contact_id, email, first_name,
    source_kind, source_label, started_at, gift_at, confirmed_at)
select uuidv7(), workspace_id, :'funnel', :'revision', lpad(number::text, 22, '0'), 'p' || lpad(number::text, 21, '0'),
    uuidv4(), false, id, email, first_name, 'DIRECT', '', joined_at, joined_at, joined_at
from generate_series(1, 300000) as number
join contacts on email = 'reader-' || (number - 1) % 100000 + 1 || '@example.org';
insert into report_passages (id, workspace_id, funnel_id, revision_id, entry_step, visitor_id, source, bot, signed_up_at)
select id, workspace_id, funnel_id, revision_id, :'entry', visitor, 'DIRECT', false, started_at from passages;
create sequence bench_passages start 150001;
vacuum analyze;
