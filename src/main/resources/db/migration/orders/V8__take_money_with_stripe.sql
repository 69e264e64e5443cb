-- A workspace's account with a card processor. The keys are sealed; of each the last four characters are shown. A retired
-- one takes no new payments, and loses its keys as soon as none of its payments is open.
create table payment_accounts (
    id             uuid        not null,
    workspace_id   uuid        not null,
    secret_key     text        not null,
    secret_end     text        not null,
    webhook_secret text        not null,
    webhook_end    text        not null,
    test           boolean     not null,
    api_base       text        not null,
    connected_at   timestamptz not null,
    retired_at     timestamptz,
    primary key (id, workspace_id),
    unique (id),
    check (retired_at is not null or secret_key <> '')
);
create unique index payment_accounts_in_use on payment_accounts (workspace_id) where retired_at is null;

-- What Stripe was asked to do once, written before it is asked. The account is null for the installation's own. The
-- request is kept until Stripe has named what it made of it, so that the very same can be asked again: the object is its
-- page or its payment, the intent its payment once that is charged.
create table stripe_charges (
    idempotency_key text        not null,
    workspace_id    uuid        not null,
    account_id      uuid,
    kind            text        not null check (kind in ('HOSTED_PAGE', 'SAVED_CARD', 'ABANDONED')),
    body            text        not null,
    request         text        not null,
    object_id       text        not null,
    intent_id       text        not null,
    release         boolean     not null,
    asked_at        timestamptz not null,
    primary key (idempotency_key, workspace_id),
    foreign key (account_id, workspace_id) references payment_accounts
);
create index stripe_charges_of_account on stripe_charges (account_id, workspace_id);
create index stripe_charges_paid on stripe_charges (intent_id) where intent_id <> '';

-- What Stripe told, by a call or when asked: kept before it is acted on, each once. The account as it stands in the address
-- that Stripe calls. Once it was acted on, or given up after three days, the body is empty and nothing is due.
create table stripe_events (
    account     text        not null,
    id          text        not null,
    type        text        not null,
    body        text        not null,
    tries       integer     not null default 0,
    received_at timestamptz not null,
    due_at      timestamptz,
    acted_at    timestamptz,
    primary key (account, id),
    check (acted_at is null or due_at is null),
    check ((due_at is null) = (body = ''))
);
create index stripe_events_due on stripe_events (due_at) where due_at is not null;

-- Up to when Stripe was asked what happened to an account.
create table stripe_tellings (
    account    text        not null primary key,
    told_until timestamptz not null
);
