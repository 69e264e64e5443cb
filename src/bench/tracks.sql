-- A broadcast that has been sent to everybody, one link in it. Says the link's code, then each message's.
insert into broadcasts (id, workspace_id, subject, preheader, content, state, created_at, changed_at, started_at, ended_at, addressed, drained, laid_out)
select uuidv7(), :'workspace', 'A new story', '', '{}', 'SENT', now(), now(), now(), now(), 100000, true,
    '{"subject": "A new story", "html": "", "text": "", "links": ["https://example.com/book"]}'
returning id \gset
insert into broadcast_batches (id, workspace_id, broadcast_id, leased_until, closed, sent)
select uuidv7(), :'workspace', :'id', now(), true, count(*) from contacts where workspace_id = :'workspace'
returning id as batch \gset
insert into broadcast_messages (id, workspace_id, broadcast_id, batch_id, contact_id, state, at)
select uuidv7(), workspace_id, :'id', :'batch', id, 'SENT', now() from contacts where workspace_id = :'workspace';
insert into mail_links (id, workspace_id, broadcast_id, number, code, url)
values (uuidv7(), :'workspace', :'id', 0, substr(md5(random()::text), 1, 10), 'https://example.com/book')
returning code;
analyze broadcast_messages;
select translate(rtrim(encode(uuid_send(id), 'base64'), '='), '+/', '-_') from broadcast_messages where broadcast_id = :'id';
