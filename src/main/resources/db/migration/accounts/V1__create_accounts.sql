-- Accounts and workspaces stand above the tenants; all else belongs to one workspace or one account.
create table accounts (
    id            uuid        not null primary key,
    email         text        not null unique check (email = lower(email) and length(email) <= 254),
    name          text        not null check (length(name) between 1 and 100),
    password_hash text        not null,
    is_admin      boolean     not null,
    created_at    timestamptz not null
);

create table workspaces (
    id             uuid        not null primary key,
    slug           text        not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
    name           text        not null check (length(name) between 1 and 120),
    currency       char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    time_zone      text        not null,
    locale         text        not null,
    sender_name    text        not null check (length(sender_name) <= 120),
    sender_address text        not null check (length(sender_address) <= 254),
    postal_address text        not null check (length(postal_address) <= 500),
    created_at     timestamptz not null
);

create table memberships (
    id           uuid        not null,
    workspace_id uuid        not null references workspaces,
    account_id   uuid        not null references accounts,
    role         text        not null check (role in ('VIEWER', 'EDITOR', 'OWNER')),
    joined_at    timestamptz not null,
    primary key (id, workspace_id),
    unique (account_id, workspace_id)
);
create index memberships_workspace on memberships (workspace_id);

-- one open invitation per address; inviting again replaces it and kills the older link
create table invitations (
    id           uuid        not null,
    workspace_id uuid        not null references workspaces,
    email        text        not null check (email = lower(email) and length(email) <= 254),
    role         text        not null check (role in ('VIEWER', 'EDITOR', 'OWNER')),
    token_hash   bytea       not null unique,
    expires_at   timestamptz not null,
    primary key (id, workspace_id),
    unique (workspace_id, email)
);

-- one per account: asking again kills the older link
create table password_resets (
    account_id uuid        not null primary key references accounts,
    token_hash bytea       not null unique,
    expires_at timestamptz not null
);
