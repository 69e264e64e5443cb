-- What an author says about the reminders of a funnel; none of them is kept before it was changed. It holds for all
-- revisions.
create table checkout_reminders (
    funnel_id    uuid     not null,
    workspace_id uuid     not null,
    number       smallint not null check (number between 1 and 3),
    is_on        boolean  not null,
    delay_hours  integer  not null check (delay_hours between 1 and 336),
    subject      text     not null check (length(subject) between 1 and 200),
    markdown     text     not null check (length(markdown) between 1 and 20000),
    button       text     not null check (length(button) <= 60),
    coupon_id    uuid,
    primary key (funnel_id, number, workspace_id),
    foreign key (funnel_id, workspace_id) references funnels on delete cascade
);

-- Hours of the day in the workspace's time zone; from = until for none.
create table quiet_hours (
    funnel_id    uuid     not null,
    workspace_id uuid     not null,
    quiet_from   smallint not null check (quiet_from between 0 and 23),
    quiet_until  smallint not null check (quiet_until between 0 and 23),
    primary key (funnel_id, workspace_id),
    foreign key (funnel_id, workspace_id) references funnels on delete cascade
);

-- A checkout that a reader was at while the funnel had reminders. next_number counts the reminders that left or were
-- passed over; due_at is absent once none follows.
create table left_checkouts (
    passage_id   uuid        not null,
    step_id      uuid        not null,
    workspace_id uuid        not null,
    funnel_id    uuid        not null,
    seen_at      timestamptz not null,
    with_bump    boolean,
    coupon       text check (length(coupon) <= 40),
    next_number  smallint    not null check (next_number >= 1),
    due_at       timestamptz,
    came_back_at timestamptz,
    primary key (passage_id, step_id, workspace_id),
    foreign key (passage_id, workspace_id) references passages on delete cascade
);
comment on column left_checkouts.with_bump is 'absent, like coupon, while the reader only looked';
create index left_checkouts_due on left_checkouts (due_at) where due_at is not null;
create index left_checkouts_of_funnel on left_checkouts (funnel_id, workspace_id);

-- Reminders that the mail server took.
create table sent_reminders (
    passage_id   uuid        not null,
    step_id      uuid        not null,
    number       smallint    not null check (number between 1 and 3),
    workspace_id uuid        not null,
    funnel_id    uuid        not null,
    sent_at      timestamptz not null,
    primary key (passage_id, step_id, number, workspace_id),
    foreign key (passage_id, workspace_id) references passages on delete cascade
);
create index sent_reminders_of_funnel on sent_reminders (funnel_id, workspace_id);
