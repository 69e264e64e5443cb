-- A broadcast of 5 to 6 KB to everybody, with a tracked link, as its start leaves it. Says its id.
insert into broadcasts (id, workspace_id, subject, preheader, content, state, created_at, changed_at, started_at, addressed, laid_out)
select uuidv7(), :'workspace', 'A new story', '', '{}', 'SENDING', now(), now(), now(), 100000,
    jsonb_build_object(
        'subject', 'A new story' || open || 'first_name' || between_ || ' for ' || between_ || between_ || close,
        'html', '<html><body>' || repeat('<p style="margin: 0 0 16px; color: #221e1a">Once more there is something new to read, and as before you are the first to know of it.</p>' || chr(10), 24)
            || '<p>Dear ' || open || 'first_name' || between_ || between_ || between_ || 'reader' || close || ', <a href="' || open || 'link:0' || close || '">here it is</a>.</p>'
            || '<p><a href="' || open || 'unsubscribe' || close || '">Leave</a> <img src="' || open || 'pixel' || close || '" alt="" width="1"></p></body></html>',
        'text', 'Dear ' || open || 'first_name' || between_ || between_ || between_ || 'reader' || close || ',' || chr(10)
            || repeat('Once more there is something new to read, and as before you are the first.' || chr(10), 18)
            || open || 'link:0' || close || chr(10) || 'Leave: ' || open || 'unsubscribe' || close || chr(10),
        'links', jsonb_build_array('https://example.com/book'))
from (select chr(57344) as open, chr(57345) as close, chr(57346) as between_) marks
returning id \gset
insert into mail_links (id, workspace_id, broadcast_id, number, code, url)
values (uuidv7(), :'workspace', :'id', 0, substr(md5(random()::text), 1, 10), 'https://example.com/book');
\echo :id
