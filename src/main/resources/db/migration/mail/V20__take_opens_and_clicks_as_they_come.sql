-- Opens and clicks that are not yet worked out: one row for all that a node was told within a moment.
create table track_batches (
    id     uuid primary key,
    tracks json not null
);
comment on column track_batches.id is 'that of its first track';
comment on column track_batches.tracks is 'each with its id, kind, message, link, what it came through and when';
-- read once and deleted: packing it would cost more than it saves
alter table track_batches alter column tracks set storage external;
