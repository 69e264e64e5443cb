-- What the product's request does before it answers, statement by statement. The ids that Java would hold come from two
-- look-ups; the listeners' work after the answer is left out.
select lpad(nextval('bench_passages')::text, 22, '0') as token \gset
select id as passage, workspace_id as workspace, contact_id as contact, email, funnel_id as funnel
from (select * from passages where token = :token::text union select * from passages where proof = :token::text) as found \gset
select uuidv7() as order, uuidv7() as payment, uuidv4() as attempt \gset
select step_id, answer from offer_answers where passage_id = :passage::uuid and workspace_id = :workspace::uuid order by answered_at;
select exists (select from request_limits where id = 4242424242424242);
begin;
insert into typed_checkouts (passage_id, workspace_id, step_id, proven, email, name, with_bump, coupon, country, postal_code,
    address, given, given_currency, contact_id, present, present_email, present_name, present_message, present_on)
values (:passage::uuid, :workspace::uuid, :step::uuid, false, :email::text, 'Rae Reader', true, '', '', '', '', null, null,
    :contact::uuid, false, '', '', '', '')
on conflict (passage_id, step_id, proven, workspace_id)
do update set email = excluded.email, name = excluded.name, with_bump = excluded.with_bump, coupon = excluded.coupon,
    country = excluded.country, postal_code = excluded.postal_code, address = excluded.address, given = excluded.given,
    given_currency = excluded.given_currency, contact_id = excluded.contact_id, present = excluded.present,
    present_email = excluded.present_email, present_name = excluded.present_name,
    present_message = excluded.present_message, present_on = excluded.present_on;
commit;
select c.*, array(select tag from contact_tags t where t.contact_id = c.id and t.workspace_id = c.workspace_id order by tag) as tags
from contacts c where c.workspace_id = :workspace::uuid and c.id = :contact::uuid;
with the_order as (
    insert into orders (id, workspace_id, passage_id, funnel_id, contact_id, email, reader_name, country, address, source_kind,
        source_label, currency, own_currency, rate, placed_at)
    values (:order::uuid, :workspace::uuid, :passage::uuid, :funnel::uuid, :contact::uuid, :email::text, 'Rae Reader', '', '', 'DIRECT', '', 'USD', 'USD', 1, now())
    on conflict (workspace_id, passage_id) do nothing
    returning id, workspace_id
), the_payment as (
    insert into payments (id, workspace_id, order_id, attempt_id, try_number, body_hash, amount, currency, is_present, state,
        started_at, ask_at)
    select :payment::uuid, workspace_id, id, :attempt::uuid, 1, repeat('a', 64), 2400, 'USD', false, 'STARTED', now(), now() from the_order
), the_lines as (
    insert into order_lines (id, workspace_id, payment_id, position, product_id, name, kind, step_id, amount, currency,
        discount, tax, tax_included, tax_rate, tax_name, chosen)
    select uuidv7(), workspace_id, :payment::uuid, position, product, 'A product of the example', kind, :step::uuid, amount, 'USD',
        0, 0, false, 0, '', false
    from the_order, unnest(array[:product::uuid, :bump::uuid]::uuid[], array['TRIPWIRE', 'ORDER_BUMP'], array[1700, 700]) with ordinality
        as line (product, kind, amount, position)
)
select count(*) from the_order;
select exists (select from entitlements
    where contact_id = :contact::uuid and product_id = any(array[:product::uuid, :bump::uuid]) and workspace_id = :workspace::uuid
        and revoked_at is null);
insert into sandbox_charges (idempotency_key, body, id, card, amount, currency, description, return_path, state, reason,
    asked_at, silent_until, release)
values (:payment::uuid, '2400 USD VISA', :token::text, 'VISA', 2400, 'USD', 'Ada Quill', '/r/' || :token::text || '/payments/' || :attempt::text,
    'CHARGED', '', now(), now(), false)
on conflict (idempotency_key) do nothing;
begin;
update payments set state = 'CHARGED', reason = '', authentication_url = '', gateway_reference = :token::text, ask_at = null,
    settled_at = now()
where id = :payment::uuid and workspace_id = :workspace::uuid and settled_at is null;
insert into contact_tags (contact_id, workspace_id, tag, at)
select id, workspace_id, 'buyer', now() from contacts where id = :contact::uuid and workspace_id = :workspace::uuid
on conflict do nothing;
insert into contact_events (workspace_id, contact_id, kind, detail, at)
select workspace_id, id, 'tagged', 'buyer', now() from contacts where id = :contact::uuid and workspace_id = :workspace::uuid;
insert into contact_events (workspace_id, contact_id, kind, detail, at)
select workspace_id, id, 'bought', 'A product of the example', now() from contacts
where id = :contact::uuid and workspace_id = :workspace::uuid;
update enrolments set state = 'STOPPED'
where contact_id = :contact::uuid and workspace_id = :workspace::uuid and state <> 'STOPPED' and pitched_product in (:product::uuid, :bump::uuid);
update messages set state = 'CANCELLED', refusal = 'pitch-ended', left_at = now()
where contact_id = :contact::uuid and workspace_id = :workspace::uuid and state = 'QUEUED' and marketing
    and enrolment_id in (select id from enrolments
        where contact_id = :contact::uuid and workspace_id = :workspace::uuid and pitched_product in (:product::uuid, :bump::uuid));
insert into messages (id, workspace_id, contact_id, recipient, template, fields, key, marketing, due_at, state, queued_at)
values (uuidv7(), :workspace::uuid, :contact::uuid, :email::text, 'receipt', jsonb_build_object('order', :order::text), 'receipt:' || :order::text,
    false, now() + interval '1 day', 'QUEUED', now())
on conflict (workspace_id, key) do nothing;
insert into event_publication (id, event_type, listener_id, publication_date, serialized_event, status, completion_attempts)
values (uuidv4(), 'limit', 'limit', now(), repeat('e', 900), 'COMPLETED', 1);
insert into event_publication (id, event_type, listener_id, publication_date, serialized_event, status, completion_attempts)
values (uuidv4(), 'limit', 'limit', now(), repeat('e', 900), 'COMPLETED', 1);
with numbered as (
    insert into order_numbers (workspace_id, last) values (:workspace::uuid, 1)
    on conflict (workspace_id) do update set last = order_numbers.last + 1
    returning last
), receipted as (
    insert into receipt_numbers (workspace_id, year, last) select :workspace::uuid, 2026, 1 from numbered
    on conflict (year, workspace_id) do update set last = receipt_numbers.last + 1
    returning year, last
), entitled as (
    insert into entitlements (id, workspace_id, contact_id, product_id, order_id, granted_at)
    select uuidv7(), :workspace::uuid, :contact::uuid, product, :order::uuid, now() from unnest(array[:product::uuid, :bump::uuid]::uuid[]) as product
    on conflict (contact_id, product_id, workspace_id) do update
    set order_id = excluded.order_id, granted_at = excluded.granted_at, revoked_at = null, paused_at = null
    where entitlements.revoked_at is not null or entitlements.paused_at is not null
)
update orders set total = total + 2400, paid_at = now(), card = 'Visa 4242', saved_card = 'sandbox VISA',
    number = coalesce(number, (select last from numbered)),
    receipt_year = coalesce(receipt_year, (select year from receipted)),
    receipt_number = coalesce(receipt_number, (select last from receipted)), seller = 'Ada Quill'
where id = :order::uuid and workspace_id = :workspace::uuid;
commit;
begin;
update passages set order_id = :order::uuid, buyer_id = :contact::uuid, paid_at = now()
where id = :passage::uuid and workspace_id = :workspace::uuid and order_id is null;
insert into offer_answers (passage_id, workspace_id, step_id, answer, answered_at)
values (:passage::uuid, :workspace::uuid, :step::uuid, 'ACCEPTED', now())
on conflict (passage_id, step_id, workspace_id)
do update set answer = excluded.answer, answered_at = excluded.answered_at
where excluded.answer = 'ACCEPTED' and offer_answers.answer <> 'ACCEPTED';
commit;
