-- Opens and clicks that can't be worked out wait by themselves, and hold up no others.
alter table track_batches
    add column tries integer not null default 0,
    add column due_at timestamptz not null default '-infinity';
comment on column track_batches.due_at is 'when it may be tried: later with each try, set before the try';
