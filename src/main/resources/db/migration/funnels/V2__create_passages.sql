-- One reader on the way through one revision. Whoever filled in the form knows the token; the proof is mailed, so that
-- only who reads the mailbox knows it.
create table passages (
    id           uuid        not null,
    workspace_id uuid        not null,
    funnel_id    uuid        not null,
    revision_id  uuid        not null,
    token        text        not null check (length(token) = 22),
    proof        text        not null check (length(proof) = 22),
    visitor      uuid        not null,
    bot          boolean     not null,
    -- absent in a funnel that starts with the tripwire, until its checkout
    contact_id   uuid,
    email        text,
    first_name   text        not null check (length(first_name) <= 80),
    source_kind  text        not null check (source_kind in ('PLACE', 'CAMPAIGN', 'EMAIL', 'DIRECT')),
    source_id    uuid,
    source_label text        not null check (length(source_label) <= 100),
    started_at   timestamptz not null,
    -- when the gift could be had: at the confirmation, or at once where none was needed
    gift_at      timestamptz,
    -- when the button behind the mailed link was pressed
    confirmed_at timestamptz,
    buyer_id     uuid,
    order_id     uuid,
    paid_at      timestamptz,
    primary key (id, workspace_id),
    unique (token, workspace_id),
    unique (proof, workspace_id),
    foreign key (revision_id, funnel_id, workspace_id)
        references funnel_revisions (id, funnel_id, workspace_id),
    check ((contact_id is null) = (email is null)),
    check (confirmed_at is null or gift_at is not null),
    check ((order_id is null) = (paid_at is null) and (order_id is null) = (buyer_id is null))
);

-- What a reader, or the reader's card, said to an offer: one answer each.
create table offer_answers (
    passage_id   uuid        not null,
    workspace_id uuid        not null,
    step_id      uuid        not null,
    answer       text        not null check (answer in ('ACCEPTED', 'DECLINED', 'CARD_DECLINED')),
    answered_at  timestamptz not null,
    primary key (passage_id, step_id, workspace_id),
    foreign key (passage_id, workspace_id) references passages on delete cascade
);

-- What was typed on a checkout, the card apart, so that it stands there again after the bank's page said no.
create table typed_checkouts (
    passage_id   uuid        not null,
    workspace_id uuid        not null,
    step_id      uuid        not null,
    email        text        not null,
    name         text        not null,
    with_bump    boolean     not null,
    primary key (passage_id, step_id, workspace_id),
    foreign key (passage_id, workspace_id) references passages on delete cascade
);
