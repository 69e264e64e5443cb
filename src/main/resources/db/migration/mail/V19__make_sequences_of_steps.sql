-- A sequence is a list of steps: mails, waits and conditions. Whoever is inside is at one of them.
create table sequence_steps (
    id           uuid    not null,
    workspace_id uuid    not null,
    sequence_id  uuid    not null,
    position     integer not null check (position >= 0),
    kind         text    not null check (kind in ('MAIL', 'WAIT', 'CONDITION')),
    step         jsonb   not null,
    version      integer not null default 0,
    primary key (id, workspace_id),
    foreign key (sequence_id, workspace_id) references sequences on delete cascade,
    constraint one_step_per_position unique (sequence_id, workspace_id, position) deferrable initially deferred
);
comment on column sequence_steps.position is 'counts from 0 without gaps';

-- a mail of before is a wait, where it had one, and a mail
with waits as (
    select *, (wait_days > 0)::int as waits from sequence_mails
), placed as (
    select *, row_number() over earlier - 1 + sum(waits) over earlier as place from waits
    window earlier as (partition by sequence_id, workspace_id order by position)
)
insert into sequence_steps (id, workspace_id, sequence_id, position, kind, step)
select p.id, p.workspace_id, p.sequence_id, p.place, 'MAIL',
    jsonb_build_object('kind', 'mail', 'subject', p.subject, 'preheader', '', 'content', jsonb_build_object('blocks',
        jsonb_build_array(jsonb_build_object('kind', 'text', 'markdown', p.markdown))
        || case when p.button = '' then '[]'::jsonb else jsonb_build_array(jsonb_build_object('kind', 'button',
            'label', p.button, 'link', case s.purpose when 'BUYERS' then '{library_link}' else '{offer_link}' end)) end))
from placed p join sequences s on s.id = p.sequence_id and s.workspace_id = p.workspace_id
union all
select uuidv7(), workspace_id, sequence_id, place - 1, 'WAIT',
    jsonb_build_object('kind', 'for', 'amount', wait_days, 'unit', 'DAYS', 'at', null)
from placed where waits = 1;

alter table sequences
    add paused_at timestamptz,
    drop constraint sequences_purpose_check,
    add constraint sequences_purpose_check check (purpose in ('BUYERS', 'NON_BUYERS', 'ANYBODY'));

-- Where a contact is: at the end, there is no step. Since when the contact rests there, if it is a wait that has begun.
alter table enrolments
    add step_id    uuid,
    add since      timestamptz,
    add ended_at   timestamptz,
    add ended_by   text check (ended_by in ('BOUGHT', 'TAGGED', 'LEFT_LIST', 'CONDITION', 'TAKEN_OUT')),
    add left_after uuid,
    add foreign key (step_id, workspace_id) references sequence_steps;
comment on column enrolments.ended_by is 'why mails that have not left are taken back, but for CONDITION';
comment on column enrolments.left_after is 'the last mail before somebody went';
update enrolments e
set step_id = coalesce(w.id, m.id), since = case when w.id is not null then e.due_at - make_interval(days => o.wait_days) end
from sequence_mails o
    join sequence_steps m on m.id = o.id and m.workspace_id = o.workspace_id
    left join sequence_steps w on w.sequence_id = m.sequence_id and w.workspace_id = m.workspace_id
        and w.position = m.position - 1 and w.kind = 'WAIT'
where e.state = 'ACTIVE' and o.sequence_id = e.sequence_id and o.workspace_id = e.workspace_id
    and o.position = e.next_position;
update enrolments set ended_by = 'BOUGHT' where state = 'STOPPED' and pitched_product is not null;
update enrolments set ended_by = 'LEFT_LIST' where state = 'STOPPED' and pitched_product is null;

-- What somebody has behind him, once each: a mail that was written, or how a condition turned out.
create table enrolment_steps (
    enrolment_id uuid        not null,
    workspace_id uuid        not null,
    step_id      uuid        not null,
    outcome      text        not null check (outcome in ('MAILED', 'YES', 'NO')),
    at           timestamptz not null,
    message_id   uuid check ((message_id is not null) = (outcome = 'MAILED')),
    sent_at      timestamptz,
    opened_at    timestamptz,
    proxied_at   timestamptz,
    clicked_at   timestamptz,
    primary key (enrolment_id, workspace_id, step_id),
    foreign key (enrolment_id, workspace_id) references enrolments on delete cascade,
    foreign key (step_id, workspace_id) references sequence_steps on delete cascade
) with (fillfactor = 80);
comment on column enrolment_steps.proxied_at is 'a mail provider fetched its pictures, whether the reader looked or not';
create index enrolment_steps_of_step on enrolment_steps (step_id, workspace_id);
create index enrolment_steps_of_message on enrolment_steps (message_id) where message_id is not null;
insert into enrolment_steps (enrolment_id, workspace_id, step_id, outcome, at, message_id, sent_at)
select m.enrolment_id, m.workspace_id, s.id, 'MAILED', m.queued_at, m.id, case when m.state = 'SENT' then m.left_at end
from messages m
    join sequence_steps s on s.id::text = m.fields ->> 'mail' and s.workspace_id = m.workspace_id
where m.enrolment_id is not null
on conflict do nothing;
update messages m set fields = m.fields || jsonb_build_object('enrolment', e.id, 'sequence', e.sequence_id)
from enrolments e
where e.id = m.enrolment_id and e.workspace_id = m.workspace_id;

alter table enrolments drop next_position;
drop table sequence_mails;
drop index enrolments_due;
create index enrolments_due on enrolments (sequence_id, workspace_id, due_at) where state = 'ACTIVE';
create index enrolments_of_sequence on enrolments (sequence_id, workspace_id, id);
create index enrolments_at_step on enrolments (step_id, workspace_id) where step_id is not null;

-- The links in a sequence's mails, each by a code of its own. They stay when the mail is taken out: readers have it.
create table sequence_links (
    id           uuid not null,
    workspace_id uuid not null,
    mail_id      uuid not null,
    code         text not null unique check (code ~ '^[a-zA-Z0-9]{8,12}$'),
    url          text not null check (length(url) <= 2000),
    leads_to     text not null check (length(leads_to) <= 2100),
    primary key (id, workspace_id)
);
comment on column sequence_links.url is 'as its author typed it, or a merge field: then it leads where that leads for the reader';
create unique index one_link_per_mail on sequence_links (mail_id, workspace_id, md5(url));

-- What brings people into a sequence, and what ends it for them.
create table sequence_rules (
    id           uuid not null,
    workspace_id uuid not null,
    sequence_id  uuid not null,
    way          text not null check (way in ('ENTRY', 'EXIT')),
    event        text not null check (event in ('SIGNED_UP', 'BOUGHT', 'TAGGED')),
    subject      text not null check (length(subject) <= 500),
    primary key (id, workspace_id),
    foreign key (sequence_id, workspace_id) references sequences on delete cascade,
    constraint one_rule_per_occasion unique (sequence_id, workspace_id, way, event, subject),
    check (way = 'ENTRY' or event <> 'SIGNED_UP'),
    check (event <> 'TAGGED' or subject <> '')
);
comment on column sequence_rules.subject is 'a page or a place, a product, a tag; empty for any';

-- A segment that is let into a sequence, a few of its contacts at a time in the order of their ids.
create table sequence_intakes (
    id           uuid        not null,
    workspace_id uuid        not null,
    sequence_id  uuid        not null,
    segment_id   uuid,
    reached      uuid,
    entered      integer     not null default 0,
    begun_at     timestamptz not null,
    ended_at     timestamptz,
    primary key (id, workspace_id),
    foreign key (sequence_id, workspace_id) references sequences on delete cascade
);
create index sequence_intakes_going on sequence_intakes (begun_at) where ended_at is null;
