-- One e-mail to many. Until it starts, content is what its author last saved.
create table broadcasts (
    id           uuid        not null,
    workspace_id uuid        not null,
    version      integer     not null default 0,
    subject      text        not null check (length(subject) <= 200),
    preheader    text        not null check (length(preheader) <= 200),
    content      jsonb       not null,
    segment_id   uuid,
    except_ids   uuid[]      not null default '{}',
    state        text        not null
        check (state in ('DRAFT', 'SCHEDULED', 'SENDING', 'PAUSED', 'CANCELLED', 'SENT')),
    starts_at    timestamptz check (starts_at is not null or state <> 'SCHEDULED'),
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    primary key (id, workspace_id)
);
comment on column broadcasts.preheader is 'what mail programs show after the subject';
create index broadcasts_newest on broadcasts (workspace_id, id);
