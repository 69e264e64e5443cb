-- A key that mails from a domain are signed with. The private one is sealed, and gone once another key of the domain has
-- taken over. What DNS said when it was last asked: UNCHECKED until then, SILENT when it did not answer at first.
create table dkim_keys (
    id           uuid        not null,
    workspace_id uuid        not null,
    domain       text        not null check (domain = lower(domain) and length(domain) <= 253),
    selector     text        not null check (selector ~ '^[a-z0-9]{1,63}$'),
    public_key   text        not null,
    private_key  text        not null,
    finding      text        not null check (finding in ('UNCHECKED', 'SILENT', 'ABSENT', 'WRONG', 'VERIFIED')),
    checked_at   timestamptz,
    verified_at  timestamptz check (verified_at is not null or finding <> 'VERIFIED'),
    insisted     boolean     not null default false,
    made_at      timestamptz not null,
    retired_at   timestamptz,
    primary key (id, workspace_id),
    constraint one_key_per_selector unique (workspace_id, domain, selector),
    check ((retired_at is not null) = (private_key = ''))
);
comment on column dkim_keys.insisted is 'its owner has mails signed though DNS was not seen to have it';
