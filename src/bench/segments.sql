-- A workspace with :people contacts: what they did is written where segments look for it.
alter table contact_tags disable trigger user;
insert into contacts (id, workspace_id, email, first_name, status, status_at, consent_mark,
    first_source_kind, first_source_id, first_source_label, last_source_kind, last_source_id, last_source_label,
    last_source_at, joined_at, country, consented_at, consent_origins, tags, bought, orders, spent, spent_in,
    mailed_at, opened_at, clicked_at)
select uuidv7(), w.id, 'reader' || n || '@example' || n % 97 || '.org',
    case when n % 3 = 0 then '' else 'Name' || n % 1000 end,
    (array['SUBSCRIBED', 'SUBSCRIBED', 'SUBSCRIBED', 'SUBSCRIBED', 'SUBSCRIBED', 'SUBSCRIBED', 'SUBSCRIBED', 'PENDING',
           'UNSUBSCRIBED', 'CUSTOMER'])[1 + n % 10],
    now(), n,
    (array['PLACE', 'CAMPAIGN', 'DIRECT'])[1 + n % 3], case when n % 3 = 0 then p.places[1 + n % cardinality(p.places)] end,
    case when n % 3 = 1 then 'campaign ' || n % 20 else '' end,
    (array['PLACE', 'CAMPAIGN', 'DIRECT'])[1 + n % 3], case when n % 3 = 0 then p.places[1 + n % cardinality(p.places)] end,
    case when n % 3 = 1 then 'campaign ' || n % 20 else '' end,
    now(), now() - (:people - n) * interval '1 minute',
    case when n % 4 > 0 then (array['US', 'DE', 'GB', 'CA', 'FR'])[1 + n % 5] end,
    now() - (:people - n) * interval '1 minute', array['/p/ada-quill/funnel-' || n % 20],
    case when n % 100000 = 7 then array['rare']
         when n % 5 < 3 then array['buyer', 'reader ' || n % 10, 'vip'] when n % 5 = 3 then array['reader ' || n % 10] end,
    case when n % 3 = 0 then array[p.products[1 + n % cardinality(p.products)], p.products[1 + n / 7 % cardinality(p.products)]] end,
    case when n % 3 = 0 then 1 + n % 4 else 0 end, case when n % 3 = 0 then n % 20000 else 0 end, 'USD',
    now() - n % 90 * interval '1 day', case when n % 2 = 0 then now() - n % 90 * interval '1 day' end,
    case when n % 7 = 0 then now() - n % 90 * interval '1 day' end
from workspaces w, generate_series(1, :people) n,
    (select (select array_agg(id order by id) from places) as places, (select array_agg(id order by id) from products) as products) p;
insert into contact_tags (contact_id, workspace_id, tag, at)
select id, workspace_id, tag, joined_at from contacts, unnest(tags) as tag;
alter table contact_tags enable trigger user;
insert into contact_purchases (contact_id, workspace_id, order_id, products, worth, currency, at)
select id, workspace_id, gen_random_uuid(), bought, spent, spent_in, joined_at from contacts where bought is not null;
vacuum analyze contacts;
vacuum analyze contact_tags;
